import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import type { LayerId } from '../data/layers/layer.ts'
import type { UnitLevel } from '../data/model/answers.ts'
import type { Verdict } from '../data/model/verdict.ts'
import { degreesText, spacingAt, ticksBetween } from '../styles/graticule.ts'
import { AUTHORITY_KINDS, hatchTile } from '../styles/hatches.ts'
import { legendOf } from '../styles/legend.ts'
import { PALETTES } from '../styles/palette.ts'
import { TILESETS, tilesOf } from '../styles/sources.ts'
import { mapStyle, type StyleInput } from '../styles/style.ts'
import { drawnVerdicts, type Subject } from '../styles/subject.ts'
import { swatchSvg } from '../styles/swatch.ts'

const shown = (...ids: LayerId[]): Subject['layers'] => ids.map((id) => ({ id, opacity: 1 }))

const SUBJECT: Subject = {
  region: '61.05',
  theme: 'stunting',
  period: { from: 2026, to: 2026 },
  level: 'village',
  only: [],
  organisations: [],
  statuses: [],
  layers: shown(...LAYERS.map(({ id }) => id)),
}

const unit = (code: string, verdict: Verdict) => ({
  code,
  name: code,
  level: 'village' as const,
  within: '',
  areaHa: 1,
  verdict,
  activities: [],
  targets: [],
})
const COVERAGE = {
  units: [
    unit('61.05.01.2001', { kind: 'gap' }),
    unit('61.05.01.2002', { kind: 'gap' }),
    unit('61.05.01.2003', { kind: 'met', by: 'mitra-contoh-01' }),
  ],
}

const inputOf = (changes: Partial<StyleInput> = {}): StyleInput => ({
  palette: PALETTES.light,
  subject: SUBJECT,
  estimated: false,
  among: null,
  targeted: ['61.05.01.2001'],
  arrived: true,
  still: false,
  selected: { kind: 'place', id: '61.05.01.2001' },
  assets: { origin: 'http://localhost', fonts: { medium: 'm.woff2', semibold: 's.woff2', water: 'w.woff2' } },
  ...changes,
})
const idsOf = (changes: Partial<StyleInput>) => mapStyle(inputOf(changes)).layers.map(({ id }) => id)

describe('the map style', () => {
  test.each(Object.values(PALETTES))('is valid in the $name palette, for every level and region', (palette) => {
    const levels: UnitLevel[] = ['village', 'district', 'regency', 'island', 'zone', 'authority']
    for (const level of levels)
      for (const region of ['61', '61.05', '61.05.01', '61.05.01.2001'])
        for (const estimated of [false, true]) {
          const style = mapStyle(inputOf({ palette, estimated, subject: { ...SUBJECT, level, region } }))
          expect(validateStyleMin(style).map(({ message }) => message)).toEqual([])
        }
  })

  test('asks nobody but its own origin for anything', () => {
    const addresses = JSON.stringify(mapStyle(inputOf())).match(/https?:\/\/[^/"]+/g) ?? []
    expect(new Set(addresses)).toEqual(new Set(['http://localhost']))
  })

  test('points lie above lines and areas, and names above all, whatever the order of the layers', () => {
    const ids = idsOf({ subject: { ...SUBJECT, layers: shown('activities', 'zones', 'villages', 'authority') } })
    const last = (prefix: string) => ids.findLastIndex((id) => id.startsWith(prefix))
    expect(ids.indexOf('activities-point')).toBeGreaterThan(last('zones'))
    expect(ids.indexOf('activities-point')).toBeGreaterThan(last('authority'))
    expect(ids.indexOf('label-villages')).toBeGreaterThan(ids.indexOf('activities-point'))
    expect(ids.indexOf('zones-wash')).toBeLessThan(ids.indexOf('authority-hatch'))
  })

  test('a layer that is not shown is not drawn, and none of its tiles are asked for', () => {
    const style = mapStyle(inputOf({ subject: { ...SUBJECT, layers: shown('regencies') } }))
    const used = new Set(style.layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])))
    for (const id of ['activities', 'targets', 'zones', 'authority', 'agreements', 'islands'])
      expect(used.has(id), id).toBe(false)
  })

  test('estimated edges are dashed, indicative ones are not', () => {
    const dashed = (estimated: boolean) =>
      mapStyle(inputOf({ estimated })).layers.filter(
        (layer) => /^(village|district|subject)-edge$/.test(layer.id) && 'line-dasharray' in (layer.paint ?? {}),
      ).length
    expect(dashed(true)).toBe(3)
    expect(dashed(false)).toBe(0)
  })

  test('the selected village is a double line around it alone', () => {
    const lines = mapStyle(inputOf()).layers.filter(({ id }) => /^selected-(outer|paper|inner)$/.test(id))
    expect(lines).toHaveLength(3)
    expect(JSON.stringify(lines)).toContain('61.05.01.2001')
    expect(idsOf({ selected: null }).filter((id) => id.startsWith('selected'))).toEqual([])
  })

  test('verdicts wait unseen until they are known', () => {
    const subject: Subject = { ...SUBJECT, layers: shown('villages') }
    const verdict = (arrived: boolean) =>
      mapStyle(inputOf({ subject, arrived })).layers.find(({ id }) => id === 'verdict')
    expect(verdict(false)?.paint).toMatchObject({ 'fill-opacity': 0 })
    expect(verdict(true)?.paint).toMatchObject({ 'fill-opacity': 1 })
  })

  test('verdicts step back where the very ground is drawn over them in the same look', () => {
    const subject: Subject = { ...SUBJECT, layers: shown('villages', 'gaps') }
    const { layers } = mapStyle(inputOf({ subject }))
    expect(layers.find(({ id }) => id === 'verdict')?.paint).toMatchObject({ 'fill-opacity': 0.4 })
    expect(layers.find(({ id }) => id === 'gaps-wash')?.paint).toMatchObject({ 'fill-opacity': 1 })
  })

  test('units of an analysis are outlined, wherever they lie, and the pointer finds them', () => {
    const among = ['62.07.01.2001', '62.02.03.2011']
    const { layers } = mapStyle(inputOf({ among }))
    for (const id of ['among-edge', 'unit-touch'])
      expect(JSON.stringify(layers.find((layer) => layer.id === id)), id).toContain('62.02.03.2011')
    expect(idsOf({}).filter((id) => id.startsWith('among'))).toEqual([])
  })

  test('gathered activities are numbered above the names, which make room for them', () => {
    const ids = idsOf({ subject: { ...SUBJECT, layers: shown('activities') } })
    expect(ids.at(-1)).toBe('activities-cluster-count')
  })

  test('theme, years, organisations and statuses reach the tiles of activities, not those of places', () => {
    const subject: Subject = {
      ...SUBJECT,
      period: { from: 2024, to: 2026 },
      organisations: ['a', 'b'],
      statuses: ['ongoing'],
    }
    expect(tilesOf('activities', subject, '')[0]).toBe(
      '/tiles/activities/{z}/{x}/{y}?theme=stunting&period=2024%2F2026&organisation=a%2Cb&status=ongoing',
    )
    for (const id of ['villages', 'land', 'labels'] as const) expect(tilesOf(id, subject, '')[0]).not.toContain('?')
    expect(Object.values(TILESETS).every(({ maxZoom }) => maxZoom >= 6)).toBe(true)
  })
})

describe('the legend', () => {
  const verdicts = (subject: Subject) =>
    legendOf(subject, COVERAGE)
      .filter(({ layer }) => layer === 'villages')
      .map(({ value, count }) => [value, count])

  test('lists the verdicts that are on the map, with their units, and no other', () => {
    expect(verdicts(SUBJECT)).toEqual([
      ['gap', 2],
      ['met', 1],
    ])
  })

  test('a verdict filtered out leaves the map and the legend together', () => {
    const subject: Subject = { ...SUBJECT, only: ['met'] }
    expect([...drawnVerdicts(subject, COVERAGE)]).toEqual([['61.05.01.2003', 'met']])
    expect(verdicts(subject)).toEqual([['met', 1]])
  })

  test('is empty of verdicts before the answer is there, and of layers that are switched off', () => {
    expect(legendOf({ ...SUBJECT, layers: shown('villages') }, undefined)).toEqual([])
    expect(legendOf({ ...SUBJECT, layers: [{ id: 'zones', opacity: 0 }] }, COVERAGE)).toEqual([])
  })

  test.each(LAYERS)('$id is in the legend exactly when the style draws something for it', ({ id }) => {
    const subject: Subject = { ...SUBJECT, layers: shown(id) }
    const nothing = idsOf({ subject: { ...SUBJECT, layers: [] } })
    const added = idsOf({ subject }).filter((layer) => !nothing.includes(layer))
    const unseen = id === 'overlaps'
    expect(legendOf(subject, COVERAGE).length > 0).toBe(!unseen)
    expect(added.length).toBeGreaterThan(0)
  })
})

describe('the graticule', () => {
  test('is finer the closer one looks, and labelled in the language of the reader', () => {
    expect(spacingAt(8)).toBe(30)
    expect(spacingAt(12)).toBeLessThan(spacingAt(9))
    expect(degreesText(111.5 * 60, 'lng', 'id')).toBe('111°30′\u00a0BT')
    expect(degreesText(-30, 'lat', 'id')).toBe('0°30′\u00a0LS')
    expect(degreesText(60, 'lat', 'en')).toBe('1°\u00a0N')
    expect(degreesText(0, 'lat', 'id')).toBe('0°')
  })

  test('ticks are the whole multiples between the edges', () => {
    expect(ticksBetween(110.9, 112.1, 30)).toEqual([6660, 6690, 6720])
    expect(ticksBetween(-0.6, 0.6, 30)).toEqual([-30, 0, 30])
  })
})

test('each kind of authority area has a hatch of its own', () => {
  const tiles = AUTHORITY_KINDS.map((kind) => hatchTile(kind, PALETTES.light).data.join())
  expect(new Set(tiles).size).toBe(AUTHORITY_KINDS.length)
})

describe('swatches', () => {
  const pictures = (layer: LayerId) =>
    legendOf({ ...SUBJECT, layers: shown(layer) }, COVERAGE).map((entry) => swatchSvg(entry, PALETTES.light))

  test.each(LAYERS)('no two entries of $id look the same in the legend', ({ id }) => {
    expect(new Set(pictures(id)).size).toBe(pictures(id).length)
  })

  test('a swatch is a picture in the colour of its meaning', () => {
    const [zone] = pictures('zones')
    expect(decodeURIComponent(zone!)).toContain(PALETTES.light.meanings.zone)
    expect(zone).toMatch(/^data:image\/svg\+xml,%3Csvg/)
  })
})
