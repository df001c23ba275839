import { createRoute, z } from '@hono/zod-openapi'
import { ROW_STATES, type RowState } from '../../data/model/importing.ts'
import { requireMember } from '../access/caller.ts'
import { downloadHeaders } from '../formats/download.ts'
import { commitImport } from '../imports/commit.ts'
import { createImports } from '../imports/imports.ts'
import type { ImportRoom } from '../imports/open_import.ts'
import { writeTemplateCsv, writeTemplateXlsx } from '../imports/template.ts'
import { badRequest, notFound } from '../problems.ts'
import { requireJson } from './body.ts'
import * as shapes from './importSchemas.ts'
import { parameters, queryOf } from './parameters.ts'
import { bodyOf, onlyId } from './personSchemas.ts'
import { createRouter, json, REFUSALS } from './router.ts'
import { list } from './schemas.ts'

const IMPORTS = '/api/imports'
const query = queryOf({})
const file = { schema: z.custom<Uint8Array>().openapi({ type: 'string', format: 'binary' }) }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const begun = createRoute({
  method: 'post',
  path: IMPORTS,
  summary: 'Takes a file of up to 20 MB in; what it holds is found out behind the answer, see its state',
  request: {
    query,
    headers: z.object({ 'x-file-name': z.string().optional().openapi({ example: 'kegiatan.xlsx' }) }),
    body: { content: { 'application/octet-stream': file }, required: true },
  },
  responses: { 202: json(shapes.importAnswer, 'Taken in, being read'), ...REFUSALS },
})
const listed = createRoute({
  method: 'get',
  path: IMPORTS,
  summary: 'Imports of my organisation, the newest first',
  request: { query },
  responses: { 200: json(list(shapes.importSummary), 'What was begun and not thrown away'), ...REFUSALS },
})
const opened = createRoute({
  method: 'get',
  path: `${IMPORTS}/{id}`,
  summary: 'How an import stands: what was detected, asked and chosen, and how many rows are good',
  request: { params: onlyId, query },
  responses: { 200: json(shapes.importAnswer, 'The import'), ...REFUSALS },
})
const chosen = createRoute({
  method: 'put',
  path: `${IMPORTS}/{id}/choices`,
  summary: 'Maps columns, answers questions, fills what no column says; every row is judged anew',
  middleware: requireJson,
  request: { params: onlyId, query, body: bodyOf(shapes.choicesAsked) },
  responses: { 200: json(shapes.importAnswer, 'The import'), ...REFUSALS },
})
const rows = createRoute({
  method: 'get',
  path: `${IMPORTS}/{id}/rows`,
  summary: 'Rows with what was written, what they would become, and what to mend',
  request: {
    params: onlyId,
    query: queryOf({
      state: z
        .string()
        .optional()
        .openapi({ enum: [...ROW_STATES] }),
      after: parameters.after.optional(),
      limit: parameters.limitOf(50, 200),
    }),
  },
  responses: { 200: json(shapes.importRows, 'A page of rows'), ...REFUSALS },
})
const changed = createRoute({
  method: 'patch',
  path: `${IMPORTS}/{id}/rows/{row}`,
  summary: 'Mends a row in place, or keeps it for later',
  middleware: requireJson,
  request: { params: onlyId.extend({ row: z.string() }), query, body: bodyOf(shapes.rowChangeAsked) },
  responses: { 200: json(shapes.rowChanged, 'The row as it is judged now'), ...REFUSALS },
})
const committed = createRoute({
  method: 'post',
  path: `${IMPORTS}/{id}/commit`,
  summary: 'Puts all good rows on record as one operation that can be undone; the others stay for later',
  middleware: requireJson,
  request: { params: onlyId, query, body: bodyOf(shapes.commitAsked) },
  responses: { 200: json(shapes.importCommitted, 'Accepted, and on disk'), ...REFUSALS },
})
const removed = createRoute({
  method: 'delete',
  path: `${IMPORTS}/{id}`,
  summary: 'Stops an import and throws it away with its file; what is on record stays',
  request: { params: onlyId, query },
  responses: { 204: { description: 'Thrown away' }, ...REFUSALS },
})
const template = (ending: 'csv' | 'xlsx', type: string) =>
  createRoute({
    method: 'get',
    path: `${IMPORTS}/template.${ending}`,
    summary: 'An empty table with headings, hints and what may be picked',
    request: { query },
    responses: { 200: { description: 'The template', content: { [type]: file } }, ...REFUSALS },
  })

const NO_STATE = {
  id: `"state" harus salah satu dari: ${ROW_STATES.join(', ')}.`,
  en: `"state" must be one of: ${ROW_STATES.join(', ')}.`,
}
const NO_ROW = {
  id: 'Nomor baris harus bilangan, seperti pada berkas.',
  en: 'A row is named by its number in the file.',
}

const stateIn = (text: string | undefined): RowState | null => {
  const state = ROW_STATES.find((one) => one === text) ?? null
  if (text !== undefined && state === null) throw badRequest(NO_STATE)
  return state
}

const rowNumber = (text: string): number => {
  if (!/^\d{1,7}$/.test(text)) throw notFound(NO_ROW)
  return Number(text)
}

/** Names travel in a header as ASCII: percent-encoded where they hold anything else. */
const nameIn = (header: string | undefined): string => {
  try {
    return decodeURIComponent(header ?? '')
  } catch {
    return header ?? ''
  }
}

export const importRoutes = (room: ImportRoom) => {
  const imports = createImports(room)
  return createRouter()
    .openapi(template('csv', 'text/csv'), (c) =>
      c.body(
        writeTemplateCsv(room.room.world),
        200,
        downloadHeaders('text/csv; charset=utf-8', ['templat', 'kegiatan'], 'csv'),
      ),
    )
    .openapi(template('xlsx', XLSX), async (c) =>
      c.body(await writeTemplateXlsx(room.room.world), 200, downloadHeaders(XLSX, ['templat', 'kegiatan'], 'xlsx')),
    )
    .openapi(begun, async (c) => {
      const caller = requireMember(c.get('caller'))
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      return c.json(await imports.begin(caller, nameIn(c.req.header('X-File-Name')), bytes), 202)
    })
    .openapi(listed, async (c) => c.json(await imports.list(requireMember(c.get('caller'))), 200))
    .openapi(opened, async (c) =>
      c.json(await imports.find(requireMember(c.get('caller')), c.req.valid('param').id), 200),
    )
    .openapi(chosen, async (c) =>
      c.json(await imports.choose(requireMember(c.get('caller')), c.req.valid('param').id, c.req.valid('json')), 200),
    )
    .openapi(rows, async (c) => {
      const { state, after, limit } = c.req.valid('query')
      const asked = { state: stateIn(state), after: after === undefined ? 0 : rowNumber(after), limit }
      return c.json(await imports.rows(requireMember(c.get('caller')), c.req.valid('param').id, asked), 200)
    })
    .openapi(changed, async (c) => {
      const { id, row } = c.req.valid('param')
      return c.json(await imports.change(requireMember(c.get('caller')), id, rowNumber(row), c.req.valid('json')), 200)
    })
    .openapi(committed, async (c) => {
      const caller = requireMember(c.get('caller'))
      return c.json(await commitImport(imports, room, caller, c.req.valid('param').id, c.req.valid('json')), 200)
    })
    .openapi(removed, async (c) => {
      await imports.remove(requireMember(c.get('caller')), c.req.valid('param').id)
      return c.body(null, 204)
    })
}
