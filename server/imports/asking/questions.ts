import type { Position } from 'geojson'
import type { Detected, ImportQuestion } from '../../../data/model/importing.ts'
import type { World } from '../../world.ts'
import type { Answers } from '../judging/plan.ts'
import { ALL_LAYERS, type RawRow, type RawTable } from '../reading/table.ts'
import type { Doubt, Shown } from './evidence.ts'
import { exampleOf } from './examples.ts'
import { gridOptions } from './grids.ts'
import { ASKED, CHOICES, EVERYTHING } from './words.ts'

/** What only shows once every row was judged. */
export type Patterns = { readonly swapped: number; readonly positioned: number; readonly repeated: number }

const question = (
  name: ImportQuestion['name'],
  options: ImportQuestion['options'],
  guess: string | null,
  affects: number,
): ImportQuestion => ({
  name,
  words: ASKED[name],
  options,
  guess,
  affects,
})

/** Every value that all who have one share; null where they differ or none has any. */
const shared = <T>(values: Iterable<T>): T | null => {
  const all = new Set(values)
  return all.size === 1 ? [...all][0]! : null
}

/** What every doubtful column shows by its other cells; null as soon as one shows nothing, or they differ. */
const shownIn = <T>({ columns }: Doubt, evidence: ReadonlyMap<number, T>): T | null =>
  columns.size > 0 && [...columns].every((at) => evidence.has(at))
    ? shared([...columns].map((at) => evidence.get(at)!))
    : null

const layerQuestion = (
  { layers, layer, mustChooseLayer, format }: RawTable,
  rows: number,
): readonly ImportQuestion[] => {
  if (layers.length < 2) return []
  const named = layers.map((name) => ({ value: name, words: { id: name, en: name }, example: '' }))
  const all = format === 'xlsx' || format === 'shapefile' ? [] : [{ value: ALL_LAYERS, words: EVERYTHING, example: '' }]
  return [question('layer', [...named, ...all], mustChooseLayer ? null : layer, rows)]
}

const encodingQuestion = ({ encodings, encoding }: RawTable, rows: number): readonly ImportQuestion[] =>
  encodings.length === 0
    ? []
    : [
        question(
          'encoding',
          encodings.map((one) => ({
            value: one.encoding,
            words: { id: one.encoding, en: one.encoding },
            example: one.example,
          })),
          encoding,
          rows,
        ),
      ]

const usual = (
  name: keyof typeof CHOICES,
  { rows, example }: Doubt,
  guess: string | null,
  world: World,
): readonly ImportQuestion[] =>
  rows === 0
    ? []
    : [
        question(
          name,
          CHOICES[name].map((choice) => ({ ...choice, example: exampleOf(name, choice.value, example, world) })),
          guess,
          rows,
        ),
      ]

const firstPosition = (rows: readonly RawRow[]): Position | null => {
  for (const { sites } of rows)
    for (const { geometry } of sites) {
      let at: unknown = geometry.coordinates
      while (Array.isArray(at) && Array.isArray(at[0])) at = at[0]
      return at as Position
    }
  return null
}

const crsQuestion = (
  table: RawTable,
  rows: readonly RawRow[],
  { metres, doubts }: Shown,
  world: World,
): readonly ImportQuestion[] => {
  const position = table.mustChooseCrs ? firstPosition(rows) : metres
  if (!position) return []
  return [
    question(
      'crs',
      gridOptions([position[0]!, position[1]!], world),
      null,
      table.mustChooseCrs ? rows.length : doubts.metres.rows,
    ),
  ]
}

const of = (rows: number): Doubt => ({ rows, example: '', columns: new Set() })

/** Few rows are mended one by one. */
const LEAST_SWAPPED = 3

/** Everything that a person has to settle, or may want to settle otherwise, about a file. */
export const questionsOf = (
  table: RawTable,
  rows: readonly RawRow[],
  shown: Shown,
  patterns: Patterns,
  answers: Answers,
  world: World,
): readonly ImportQuestion[] => {
  const { doubts, evidence } = shown
  const areSwapped = patterns.swapped >= LEAST_SWAPPED && patterns.swapped * 2 >= patterns.positioned
  return [
    ...layerQuestion(table, rows.length),
    ...encodingQuestion(table, rows.length),
    ...crsQuestion(table, rows, shown, world),
    ...usual('codes', doubts.codes, null, world),
    ...usual('numbers', doubts.numbers, shownIn(doubts.numbers, evidence.numbers), world),
    ...usual('unit', doubts.unit, null, world),
    ...usual('dates', doubts.dates, shownIn(doubts.dates, evidence.dates), world),
    ...(areSwapped || answers.swapsAll ? usual('swapped', of(Math.max(1, patterns.swapped)), null, world) : []),
    ...usual('repeated', of(patterns.repeated), null, world),
  ]
}

export const detectedOf = (
  table: RawTable,
  rows: number,
  { evidence, doubts, isDotted }: Shown,
  answers: Answers,
): Detected => ({
  format: table.format,
  layer: table.layer,
  layers: table.layers,
  encoding: table.encoding,
  separator: table.separator,
  numbers: answers.numbers ?? shared(evidence.numbers.values()),
  dates: answers.dates ?? shared(evidence.dates.values()),
  crs: answers.crs?.epsg ?? table.crs,
  codes: answers.codes ?? (isDotted && doubts.codes.rows === 0 ? 'kemendagri' : null),
  hasHxl: table.hxl !== null,
  headerRow: table.headerRow,
  rows,
})
