import { describe, expect, test } from 'vitest'
import { LAYERS, layerOf } from '../data/layers/index.ts'
import { defineLayer } from '../data/layers/layer.ts'
import { VERDICT_LEGEND } from '../data/layers/verdicts.ts'
import { ACTIVITY_STATUSES } from '../data/model/activity.ts'
import { VERDICT_KINDS } from '../data/model/verdict.ts'
import { AUTHORITY_KINDS } from '../styles/hatches.ts'
import { PALETTES } from '../styles/palette.ts'

const valuesOf = (id: Parameters<typeof layerOf>[0]) => layerOf(id).legend.map(({ value }) => value)

describe('the layers', () => {
  test('public collections and analyses are declared once each, in drawing order', () => {
    expect(LAYERS.map(({ id }) => id)).toEqual([
      'regencies',
      'districts',
      'villages',
      'islands',
      'activities',
      'targets',
      'zones',
      'authority',
      'agreements',
      'gaps',
      'overlaps',
    ])
  })

  test.each(LAYERS)('$id speaks Indonesian and English everywhere', ({ title, about, legend, fields }) => {
    for (const { id, en } of [title, about, ...legend.map((entry) => entry.label), ...fields.map((f) => f.label)]) {
      expect(id.trim()).not.toBe('')
      expect(en.trim()).not.toBe('')
    }
  })

  test.each(LAYERS)(
    '$id has distinct legend values and fields, and a colour for each meaning',
    ({ legend, fields }) => {
      expect(new Set(legend.map(({ value }) => value)).size).toBe(legend.length)
      expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length)
      for (const { meanings } of Object.values(PALETTES))
        for (const { meaning } of legend) expect(meanings[meaning]).toMatch(/^#[0-9A-F]{6}$/)
    },
  )

  test('every verdict, activity status and kind of authority has its legend entry', () => {
    expect(VERDICT_LEGEND.map(({ value }) => value)).toEqual([...VERDICT_KINDS])
    expect(valuesOf('activities').toSorted()).toEqual([...ACTIVITY_STATUSES].toSorted())
    expect(valuesOf('authority').toSorted()).toEqual([...AUTHORITY_KINDS].toSorted())
  })

  test('a layer without a legend, or with its zooms swapped, is refused with the remedy', () => {
    const spec = layerOf('zones')
    expect(() => defineLayer({ ...spec, legend: [] })).toThrow(/add at least one to "legend"/)
    expect(() => defineLayer({ ...spec, minZoom: 9, maxZoom: 8 })).toThrow(/swap them/)
  })
})
