import Papa from 'papaparse'
import type { CoverageAnswer, CoverageUnit } from '../../data/model/answers.ts'
import { workingIn } from '../../data/model/verdict.ts'
import type { World } from '../world.ts'

/** A spreadsheet would run a text that begins like a formula; an apostrophe makes it text again. Numbers are left alone. */
const FORMULA = /^[=+\-@\t\r]/

/** A text that no spreadsheet takes for a formula. */
export const plainText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const LINES = { escapeFormulae: FORMULA, newline: '\r\n' }

/** Lines of a table without its head, for one that is written a page at a time. */
export const writeLines = (rows: readonly (readonly (string | number)[])[]): string =>
  `${Papa.unparse([...rows] as unknown[][], LINES)}\r\n`

/** UTF-8 without a byte order mark, CRLF line ends (RFC 4180). */
export const writeTable = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string | number>>[],
): string => `${Papa.unparse({ fields: [...columns], data: [...rows] }, LINES)}\r\n`

const hectares = (value: number | undefined): number | '' => (value === undefined ? '' : Number(value.toFixed(2)))

/** Columns are stable and in English; what stands in them is as the screens show it. Lists are joined by "; ". */
const rowOf = (unit: CoverageUnit, { theme, period, asOf }: CoverageAnswer, { everyone }: World) => {
  const { find } = everyone
  const { verdict, targets, activities } = unit
  const sample =
    targets.some((id) => find('target', id)?.record.origin === 'sample') ||
    activities.some((id) => find('activity', id)?.record.origin === 'sample')
  const targetHa = verdict.kind === 'gap' || verdict.kind === 'partial' ? verdict.targetHa : undefined
  const shortHa = verdict.kind === 'gap' || verdict.kind === 'partial' ? verdict.shortHa : undefined
  return {
    code: unit.code,
    name: unit.name,
    within: unit.within,
    level: unit.level,
    theme,
    period,
    verdict: verdict.kind,
    organisations: workingIn(verdict)
      .map((id) => find('organisation', id)?.record.name ?? id)
      .join('; '),
    targets: targets.map((id) => find('target', id)?.record.title ?? id).join('; '),
    target_ids: targets.join('; '),
    activity_ids: activities.join('; '),
    target_ha: hectares(targetHa),
    short_ha: hectares(shortHa),
    area_ha: hectares(unit.areaHa),
    origin: sample ? 'sample' : targets.length + activities.length > 0 ? 'record' : '',
    as_of: asOf.seq,
  }
}

const COLUMNS = [
  'code',
  'name',
  'within',
  'level',
  'theme',
  'period',
  'verdict',
  'organisations',
  'targets',
  'target_ids',
  'activity_ids',
  'target_ha',
  'short_ha',
  'area_ha',
  'origin',
  'as_of',
] as const satisfies readonly (keyof ReturnType<typeof rowOf>)[]

export const writeCoverageCsv = (coverage: CoverageAnswer, world: World): string =>
  writeTable(
    COLUMNS,
    coverage.units.map((unit) => rowOf(unit, coverage, world)),
  )
