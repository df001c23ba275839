import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AreaReportAnswer } from '../data/model/answers.ts'
import type { ProfileAnswer } from '../data/model/profile.ts'
import { paragraph, space } from '../server/sheet/blocks.ts'
import { layPages } from '../server/sheet/report/pages.ts'
import { tablePieces } from '../server/sheet/report/table.ts'
import { REPORT_TYPES } from '../server/sheet/report/types.ts'
import { storyAnswer } from '../server/stories.ts'
import type { World } from '../server/world.ts'
import { readPdf } from './read_pdf.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

let world: World
let app: SampleApp['app']

let close: SampleApp['close']
beforeAll(async () => {
  ;({ world, app, close } = await openSampleApp())
}, 120_000)
afterAll(() => close())

/** What a reader of PDF files finds on all pages; lines broken on paper are joined by a space. */
const readAll = async (bytes: Uint8Array) => {
  const first = await readPdf(bytes.slice())
  const pages = [first]
  for (let at = 2; at <= first.pages; at += 1) pages.push(await readPdf(bytes.slice(), at))
  return pages.map((page) => ({ ...page, text: page.text.replaceAll('\n', ' ').replaceAll('\u00a0', ' ') }))
}

const pdfAt = async (path: string, init?: RequestInit) => {
  const answer = await app.request(path, init)
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf'])
  return readAll(new Uint8Array(await answer.arrayBuffer()))
}

const AREA = { units: ['61.05.01', '61.05.02'], period: '2026' }
const asked: RequestInit = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Origin: 'http://localhost' },
  body: JSON.stringify(AREA),
}

test('the written report of an area names every village, activity, target and source of the answer on the screen', async () => {
  const answer = (await (await app.request('/api/area-report', asked)).json()) as AreaReportAnswer
  const pages = await pdfAt('/api/area-report.pdf', asked)
  const text = pages.map((page) => page.text).join(' ')
  for (const { name } of answer.villages) expect(text).toContain(name)
  for (const { title } of [...answer.activities, ...answer.targets]) expect(text).toContain(title)
  expect(text).toContain(`Kegiatan (${answer.activities.length})`)
  expect(text).toContain(`disebut ${answer.budget.known} dari ${answer.budget.of} kegiatan`)
  for (const words of ['22 November 2026', 'versi data', 'Data contoh', 'perkiraan', 'Skala 1 :'])
    expect(text).toContain(words)
  expect(pages.length).toBeGreaterThan(1)
  for (const [at, page] of pages.entries()) {
    expect(page.text).toContain(`${at + 1} / ${pages.length}`)
    expect(page.widthPt).toBeCloseTo(595.28, 0)
  }
}, 60_000)

test('the written report of an organisation holds its figures with their denominators, in the language asked for', async () => {
  const { record } = world.everyone.find('activity', world.everyone.all('activity')[0]!.id)!
  const id = record.organisations[0]!.id
  const answer = (await (await app.request(`/api/profile/${id}`)).json()) as ProfileAnswer
  const text = (await pdfAt(`/api/profile/${id}/report.pdf?lang=en`)).map((page) => page.text).join(' ')
  expect(text).toContain(answer.organisation.name)
  expect(text).toContain(`Activities (${answer.activities.length})`)
  expect(text).toContain(`Villages (${answer.villages.length})`)
  expect(text).toContain(`stated by ${answer.beneficiaries.known} of ${answer.beneficiaries.of} activities`)
  for (const { title } of answer.activities) expect(text).toContain(title)
  expect(text).toContain('As of 22 November 2026, data version')
}, 60_000)

test('an organisation that is not on public record has no report', async () => {
  expect((await app.request('/api/profile/tidak-ada/report.pdf')).status).toBe(404)
})

test('a story on paper is a page a scene, with its title, legend, source and the badge of samples', async () => {
  const { story } = storyAnswer('sample-story-karimata', world)!
  const pages = await pdfAt('/api/stories/sample-story-karimata/story.pdf')
  expect(pages).toHaveLength(story.scenes.length)
  for (const [at, scene] of story.scenes.entries()) {
    const { text, widthPt } = pages[at]!
    expect(widthPt).toBeCloseTo(841.89, 0)
    expect(text).toContain(scene.title.split('{')[0]!.trim())
    expect(text).toContain('Data contoh')
    if (scene.view) for (const words of ['Sumber:', 'Keterangan']) expect(text).toContain(words)
    for (const note of scene.annotations) if (note.text) expect(text).toContain(note.text)
  }
}, 60_000)

const LEAF = { width: 400, height: 300, edge: 20 }
const wordsOn = (page: ReturnType<typeof layPages>[number]): readonly string[] =>
  page.items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))

test('the head of a table stands on every page its rows go to, and no row is lost', () => {
  const rows = Array.from({ length: 40 }, (_, at) => [`Desa ${at}`])
  const pages = layPages(tablePieces([{ title: 'Nama', share: 1 }], rows, 360), LEAF, 'kaki').map(wordsOn)
  expect(pages.length).toBeGreaterThan(2)
  for (const words of pages) expect(words.filter((word) => word === 'Nama')).toHaveLength(1)
  expect(pages.flat().filter((word) => word.startsWith('Desa'))).toEqual(rows.flat())
})

test('a heading does not stay behind at the foot of a page', () => {
  const heading = paragraph('Judul', REPORT_TYPES.heading, 360)
  const pages = layPages([{ block: space(180) }, { block: heading, keepsNext: true }, { block: space(40) }], LEAF, '')
  expect(pages.map((page) => wordsOn(page).includes('Judul'))).toEqual([false, true])
})
