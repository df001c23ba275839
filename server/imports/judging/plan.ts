import type { ActivityStatus } from '../../../data/model/activity.ts'
import type { ColumnMapping, ImportChoices, ImportField } from '../../../data/model/importing.ts'
import type { Unit } from '../../../data/model/reading/amounts.ts'
import type { DateStyle } from '../../../data/model/reading/dates.ts'
import type { Days } from '../../../data/model/reading/days.ts'
import { findGrid, type Grid } from '../../../data/model/reading/grids.ts'
import type { NumberStyle } from '../../../data/model/reading/numbers.ts'
import type { CodeSystem } from '../../../data/model/reading/place_codes.ts'
import type { Visibility } from '../../../data/model/record.ts'
import { unitOf } from '../headings.ts'
import type { RawTable } from '../reading/table.ts'
import type { Fields } from './cells.ts'

/** What people answered about the whole file; null where they did not. */
export type Answers = {
  readonly numbers: NumberStyle | null
  readonly dates: DateStyle | null
  readonly codes: CodeSystem | null
  readonly unit: Unit | null
  readonly crs: Grid | null
  readonly swapsAll: boolean
  readonly repeated: 'one' | 'each' | null
}

/** What the columns themselves show of how they are written. */
export type Evidence = {
  readonly numbers: ReadonlyMap<number, NumberStyle>
  readonly dates: ReadonlyMap<number, DateStyle>
}
export const NO_EVIDENCE: Evidence = { numbers: new Map(), dates: new Map() }

export type Defaults = {
  readonly theme: string | null
  readonly status: ActivityStatus | null
  readonly organisation: string | null
  readonly visibility: Visibility | null
  readonly period: Days | null
}

/** How the rows of a file are to be read. */
export type Plan = {
  readonly columns: readonly string[]
  readonly fields: Fields
  readonly answers: Answers
  readonly defaults: Defaults
  /** How a column writes numbers: as it shows, else as was answered. */
  numbersOf(at: number | null): NumberStyle | null
  datesOf(at: number | null): DateStyle | null
  /** What a column's bare sums count in: as its heading says, else as was answered. */
  unitOf(at: number | null): Unit | null
  headingUnitOf(at: number): Unit | null
}

const oneOf = <T extends string>(text: string | undefined, choices: readonly T[]): T | null =>
  choices.find((choice) => choice === text) ?? null

const UNIT_NAMES: { readonly [name: string]: Unit } = { '1': 1, '1000': 1e3, '1000000': 1e6, '1000000000': 1e9 }

export const readAnswers = (given: ImportChoices['answers']): Answers => {
  const own = (name: string): string | undefined => (Object.hasOwn(given, name) ? given[name] : undefined)
  return {
    numbers: oneOf(own('numbers'), ['id', 'en']),
    dates: oneOf(own('dates'), ['dmy', 'mdy', 'ymd']),
    codes: oneOf(own('codes'), ['kemendagri', 'bps']),
    unit: UNIT_NAMES[own('unit') ?? ''] ?? null,
    crs: findGrid(own('crs') ?? ''),
    swapsAll: own('swapped') === 'yes',
    repeated: oneOf(own('repeated'), ['one', 'each']),
  }
}

const fieldsOf = (columns: readonly string[], mapping: ColumnMapping): Fields => {
  const fields = new Map<ImportField, number[]>()
  for (const [at, column] of columns.entries()) {
    const field = Object.hasOwn(mapping, column) ? mapping[column] : null
    if (field) fields.set(field, [...(fields.get(field) ?? []), at])
  }
  return fields
}

export const createPlan = (
  { columns }: Pick<RawTable, 'columns'>,
  { mapping, answers: given }: ImportChoices,
  defaults: Defaults,
  evidence: Evidence = NO_EVIDENCE,
): Plan => {
  const answers = readAnswers(given)
  const units = columns.map(unitOf)
  const at = <T>(shown: ReadonlyMap<number, T>, column: number | null): T | null =>
    column === null ? null : (shown.get(column) ?? null)
  return {
    columns,
    fields: fieldsOf(columns, mapping),
    answers,
    defaults,
    numbersOf: (column) => answers.numbers ?? at(evidence.numbers, column),
    datesOf: (column) => answers.dates ?? at(evidence.dates, column),
    headingUnitOf: (column) => units[column] ?? null,
    unitOf: (column) => (column === null ? undefined : units[column]) ?? answers.unit,
  }
}
