import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Geometry } from 'geojson'
import type { LayerField } from '../../data/layers/layer.ts'
import { type Bounds, boundsOf } from '../bounds.ts'
import { wktOf } from '../formats/wkt.ts'
import type { Dataset } from './dataset.ts'
import { metadataOf } from './facts.ts'
import { pagesOf } from './pages.ts'

const TYPES: { readonly [T in LayerField['type']]: string } = {
  string: 'VARCHAR',
  strings: 'VARCHAR[]',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
}

type Seen = { bbox: Bounds | null; readonly types: Set<Geometry['type']> }

const widened = (a: Bounds | null, b: Bounds): Bounds =>
  a === null ? b : [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]

/** Names that no column of a layer has. */
const SHAPE = 'geometry'
const COVER = 'bbox'
const EDGES = ['xmin', 'ymin', 'xmax', 'ymax'] as const
const edgeColumn = (edge: string) => `${COVER}_${edge}`

/** The features as rows that DuckDB reads: shapes as text, and the box around each. */
const writeRows = async (data: Dataset, path: string, signal: AbortSignal): Promise<Seen> => {
  const seen: Seen = { bbox: null, types: new Set() }
  const out = createWriteStream(path)
  try {
    for await (const page of pagesOf(data.features(), signal)) {
      const lines = page.map(({ geometry, properties }) => {
        const box = geometry && boundsOf([geometry])
        if (geometry && box) {
          seen.bbox = widened(seen.bbox, box)
          seen.types.add(geometry.type)
        }
        const held = data.fields.map(({ name }) => [name, properties[name] ?? null])
        const edges = EDGES.map((edge, at) => [edgeColumn(edge), box?.[at] ?? null])
        const row = Object.fromEntries([...held, [SHAPE, geometry && wktOf(geometry)], ...edges])
        return `${JSON.stringify(row)}\n`
      })
      if (!out.write(lines.join(''))) await once(out, 'drain', { signal })
    }
  } finally {
    out.end()
    await finished(out)
  }
  return seen
}

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
const column = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** GeoParquet 1.1.0: where the shapes are and which column covers them; without a CRS they are longitude, latitude (CRS84). */
const geoOf = ({ bbox, types }: Seen): string =>
  JSON.stringify({
    version: '1.1.0',
    primary_column: SHAPE,
    columns: {
      [SHAPE]: {
        encoding: 'WKB',
        geometry_types: [...types].sort(),
        ...(bbox ? { bbox } : {}),
        covering: { bbox: Object.fromEntries(EDGES.map((edge) => [edge, [COVER, edge]])) },
      },
    },
  })

const copySql = (data: Dataset, rows: string, to: string, seen: Seen): string => {
  const columns = [
    ...data.fields.map(({ name, type }) => `${column(name)}: '${TYPES[type]}'`),
    `${SHAPE}: 'VARCHAR'`,
    ...EDGES.map((edge) => `${edgeColumn(edge)}: 'DOUBLE'`),
  ]
  const edges = EDGES.map((edge) => `${edge} := ${edgeColumn(edge)}`)
  const about = JSON.stringify(metadataOf(data))
  return `COPY (
    SELECT ${data.fields.map(({ name }) => column(name)).join(', ')},
      ST_AsWKB(CAST(${SHAPE} AS GEOMETRY))::BLOB AS ${SHAPE},
      CASE WHEN ${edgeColumn('xmin')} IS NULL THEN NULL ELSE struct_pack(${edges.join(', ')}) END AS ${COVER}
    FROM read_json(${text(rows)}, format = 'newline_delimited', maximum_object_size = 10000000, columns = {${columns.join(', ')}})
  ) TO ${text(to)} (FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 8192,
    KV_METADATA {geo: ${text(geoOf(seen))}, bentang: ${text(about)}, attribution: ${text(data.attribution)}, license: ${text(data.license)}})`
}

/** DuckDB passes on what the system says, without its code. */
const NO_ROOM_SAID = /No space left on device|Disk quota exceeded|File too large/

/** Makes a GeoParquet file in the folder with DuckDB, interrupted when `signal` fires; resolves to its path. */
export const makeParquet = async (data: Dataset, folder: string, signal: AbortSignal): Promise<string> => {
  const rows = join(folder, 'rows.ndjson')
  const made = join(folder, 'result.parquet')
  const seen = await writeRows(data, rows, signal)
  // An instance of its own, which sees the folder and nothing else.
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '72MB' })
  const connection = await instance.connect()
  const stop = () => connection.interrupt()
  try {
    await connection.run(`SET allowed_directories = [${text(folder)}]`)
    await connection.run(`SET temp_directory = ${text(folder)}`)
    await connection.run('SET enable_external_access = false')
    await connection.run('SET preserve_insertion_order = false')
    await connection.run('SET lock_configuration = true')
    signal.throwIfAborted()
    signal.addEventListener('abort', stop, { once: true })
    await connection.run(copySql(data, rows, made, seen))
  } catch (error) {
    if (signal.aborted) throw signal.reason
    throw error instanceof Error && NO_ROOM_SAID.test(error.message) ? Object.assign(error, { code: 'ENOSPC' }) : error
  } finally {
    signal.removeEventListener('abort', stop)
    connection.closeSync()
    instance.closeSync()
  }
  return made
}
