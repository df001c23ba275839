import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LAYERS } from '../data/layers/index.ts'
import type { LayerField, LayerSpec } from '../data/layers/layer.ts'
import type { FeatureAnswer } from '../data/model/answers.ts'
import { featuresOf } from '../server/publish/tables.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

const HOLDS: { readonly [type in LayerField['type']]: (value: unknown) => boolean } = {
  string: (value) => typeof value === 'string',
  integer: Number.isSafeInteger,
  number: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  strings: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
}

/** What features hold beyond, or against, what their layer declares. */
const strayed = ({ fields }: LayerSpec, features: readonly FeatureAnswer[]): readonly string[] => {
  const declared = new Map(fields.map((field) => [field.name, field]))
  const found = new Set<string>()
  for (const { properties } of features)
    for (const [name, value] of Object.entries(properties)) {
      const field = declared.get(name)
      if (name === 'layer' || value === null || value === undefined) continue
      if (!field) found.add(`${name} is not declared`)
      else if (!HOLDS[field.type](value)) found.add(`${name} holds ${JSON.stringify(value)}, not ${field.type}`)
      else if (field.values && !field.values.includes(value as string)) found.add(`${name} holds ${value}`)
    }
  return [...found]
}

describe('what layers declare of their columns', () => {
  let sample: SampleApp
  beforeAll(async () => {
    sample = await openSampleApp()
  }, 60_000)
  afterAll(() => sample.close())

  test.each(LAYERS)('$id: every property of the sample is declared, with its type and values', async (layer) => {
    const features = await featuresOf(sample.world, layer.id, 2026)
    expect(features.length).toBeGreaterThan(0)
    expect(strayed(layer, features)).toEqual([])
  })

  test('a property that strays is told', () => {
    const [layer] = LAYERS
    const properties = { id: '61.05', layer: 'regencies', title: 'Sintang', areaHa: 'wide', colour: 'red' } as const
    expect(strayed(layer!, [{ type: 'Feature', geometry: null, properties } as unknown as FeatureAnswer])).toEqual([
      'areaHa holds "wide", not number',
      'colour is not declared',
    ])
  })
})
