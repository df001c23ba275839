import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import { PALETTES } from '../styles/palette.ts'
import { programOf, rehearsalOf, rehearsedShape } from '../styles/rehearsal.ts'
import { mapStyle } from '../styles/style.ts'

const style = mapStyle({
  palette: PALETTES.light,
  subject: {
    region: '61.05',
    theme: 'stunting',
    period: { from: 2026, to: 2026 },
    level: 'village',
    only: [],
    organisations: [],
    statuses: [],
    layers: LAYERS.map(({ id }) => ({ id, opacity: 1 })),
  },
  estimated: true,
  among: ['61.05.03.2010'],
  targeted: ['61.05.03.2010'],
  arrived: false,
  still: false,
  selected: { kind: 'place', id: '61.05.03.2010' },
  assets: { origin: 'http://x', fonts: { medium: 'm', semibold: 's', water: 'w' } },
})
const drawn = style.layers.filter(
  (layer): layer is Parameters<typeof programOf>[0] =>
    layer.type === 'fill' || layer.type === 'line' || layer.type === 'circle',
)
const NONE: ReadonlySet<string> = new Set()
const circle = (paint: object): LayerSpecification => ({ id: 'c', type: 'circle', source: 's', paint })

describe('the rehearsal of a style', () => {
  const rehearsal = rehearsalOf(style.layers, 'rehearsal', NONE)

  test('draws once by each program that a layer of it needs, and by no other', () => {
    expect(new Set(rehearsal.keys())).toEqual(new Set(drawn.map(programOf)))
    expect(rehearsal.size).toBeLessThan(drawn.length / 2)
    for (const [program, layer] of rehearsal) expect(programOf(layer as (typeof drawn)[number])).toBe(program)
  })
  test('is a style that the map accepts', () => {
    const sources = {
      rehearsal: { type: 'geojson' as const, data: rehearsedShape(111, 0) },
    }
    expect(validateStyleMin({ version: 8, sources, layers: [...rehearsal.values()] })).toEqual([])
  })
  test('draws what the style still holds back: nothing is made for what cannot be seen', () => {
    const held = [...rehearsal.values()].map(({ type, paint }) => (paint as Record<string, unknown>)[`${type}-opacity`])
    expect(held).not.toContain(0)
  })
  test('lies below a paper that lets nothing through', () => {
    for (const palette of Object.values(PALETTES)) expect(palette.ground.panel2).toMatch(/^#[\da-f]{6}$/i)
    expect(style.layers[0]).toMatchObject({
      type: 'background',
      paint: { 'background-color': PALETTES.light.ground.panel2 },
    })
  })
  test('leaves out what is ready', () => {
    const [first = ''] = rehearsal.keys()
    expect(rehearsalOf(style.layers, 'rehearsal', new Set([first])).has(first)).toBe(false)
    expect(rehearsalOf(style.layers, 'rehearsal', new Set(rehearsal.keys())).size).toBe(0)
  })
  test('knows that another colour needs no other program, a colour by feature does, and by feature and zoom again', () => {
    const byFeature = ['match', ['get', 'status'], 'ongoing', 3, 1]
    const byBoth = ['interpolate', ['linear'], ['zoom'], 6, byFeature, 9, 4]
    const layers = [2, 5, ['interpolate', ['linear'], ['zoom'], 6, 1, 9, 4], byFeature, byBoth].map((radius) =>
      circle({ 'circle-radius': radius }),
    )
    expect(rehearsalOf(layers, 'r', NONE).size).toBe(3)
  })
})
