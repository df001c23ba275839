import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { LAYERS } from '../data/layers/index.ts'
import { serve } from './served.ts'

const run = promisify(execFile)
const PYTHON = '/usr/bin/python3'
const hasOwslib = await run(PYTHON, ['-c', 'import owslib.iso']).then(
  () => true,
  () => false,
)

let served: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  served = await serve()
})
afterAll(() => served.world.close())

const read = async (path: string) => {
  const response = await served.get(`http://peta.example${path}`)
  expect([path, response.status]).toEqual([path, 200])
  return response
}
type SatuData = {
  readonly diperbarui: string
  readonly kodeReferensi: readonly { readonly kolom: readonly string[] }[]
  readonly standarData: readonly Readonly<Record<string, unknown>>[]
  readonly distribusi: readonly { readonly alamat: string }[]
}
type Dataset = {
  readonly 'dct:identifier': string
  readonly 'dct:modified': { readonly '@value': string }
  readonly 'dcat:distribution': readonly { readonly '@id': string }[]
  readonly 'rdfs:seeAlso': readonly { readonly '@id': string }[]
}

describe('what describes the open data', () => {
  test('each layer has a record of Satu Data Indonesia: every column with concept, definition, classification, measure and unit', async () => {
    for (const { id, fields } of LAYERS) {
      const record = (await (await read(`/data/${id}/metadata.json`)).json()) as SatuData
      expect(record.standarData.map(({ kolom }) => kolom)).toEqual(fields.map(({ name }) => name))
      for (const column of record.standarData) {
        expect(Object.keys(column)).toEqual(['kolom', 'tipe', 'konsep', 'definisi', 'klasifikasi', 'ukuran', 'satuan'])
        expect(`${column.definisi}`.length).toBeGreaterThan(8)
      }
      expect(record.diperbarui).toBe(served.world.everyone.asOf().time)
      expect(record.kodeReferensi[0]!.kolom, id).toEqual(
        fields.map(({ name }) => name).filter((name) => /^(codes?|region)$/.test(name)),
      )
    }
    expect((await served.get('/data/nothing/metadata.json')).status).toBe(404)
  })

  test('the catalogue names every layer with downloads that answer, and the page tells the same', async () => {
    const response = await read('/catalogue.json')
    expect(response.headers.get('Content-Type')).toBe('application/ld+json')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const datasets = ((await response.json()) as Record<string, readonly Dataset[]>)['dcat:dataset']!
    expect(datasets.map((one) => one['dct:identifier'])).toEqual(LAYERS.map(({ id }) => id))
    for (const dataset of datasets) {
      const page = await (await read(`/data/${dataset['dct:identifier']}`)).text()
      const described = dataset['rdfs:seeAlso'].map((one) => one['@id'])
      for (const address of described) expect(page).toContain(`href="${address}" />`)
      const files = dataset['dcat:distribution'].map((one) => one['@id'])
      const told = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)![1]!
      const { distribution } = JSON.parse(told) as { distribution: readonly { contentUrl: string }[] }
      expect(distribution.map(({ contentUrl }) => contentUrl)).toEqual(files)
      for (const address of [...described, ...files]) {
        // Whole files take their time, and have tests of their own.
        const method = address.includes('/api/export/') ? 'HEAD' : 'GET'
        expect([address, (await served.get(address, { method })).status]).toEqual([address, 200])
      }
    }
    expect(await (await read('/data')).text()).toContain('<link rel="alternate" type="application/ld+json"')
  })

  test('each layer has an ISO 19139 record that is well-formed', async () => {
    for (const { id } of LAYERS) {
      const contents = await (await read(`/data/${id}/metadata.xml`)).text()
      const { valid, errors } = await validateXML({ xml: { fileName: 'iso.xml', contents }, normalization: 'format' })
      expect([id, valid, errors]).toEqual([id, true, []])
    }
  })

  test.skipIf(!hasOwslib)('OWSLib, a reader of catalogues, finds the core of ISO 19115 in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bentang-iso-'))
    const file = join(folder, 'activities.xml')
    writeFileSync(file, await (await read('/data/activities/metadata.xml')).text())
    const script = `import json, sys
from owslib.etree import etree
from owslib.iso import MD_Metadata
m = MD_Metadata(etree.parse(sys.argv[1]))
i = m.identification if not isinstance(m.identification, list) else m.identification[0]
b = i.bbox
print(json.dumps([m.identifier, m.hierarchy, i.title, i.date[0].type, i.uselimitation or i.otherconstraints, [float(x) for x in (b.minx, b.miny, b.maxx, b.maxy)], i.temporalextent_start, i.temporalextent_end, len(m.distribution.online), m.referencesystem.code, i.topiccategory]))`
    const { stdout } = await run(PYTHON, ['-W', 'ignore', '-c', script, file])
    const [id, scope, title, kind, constraints, box, start, end, online, system, topics] = JSON.parse(
      stdout,
    ) as unknown[]
    expect([id, scope, kind, system, topics]).toEqual([
      'bentang-activities',
      'dataset',
      'revision',
      '4326',
      ['society'],
    ])
    expect(title).toBe(LAYERS.find((one) => one.id === 'activities')!.title.id)
    expect(`${constraints}`).toContain('creativecommons.org')
    expect(box).toEqual([109, -1, 111, 1])
    expect([`${start}`.slice(5), `${end}`.slice(5)]).toEqual(['01-01', '12-31'])
    expect(online).toBeGreaterThanOrEqual(3)
    rmSync(folder, { recursive: true })
  })
})
