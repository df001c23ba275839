import type { ColumnMapping, ImportField } from '../../data/model/importing.ts'
import { foldName } from '../../data/model/reading/names.ts'
import { fieldOf } from './headings.ts'
import { fieldOfTag } from './hxl.ts'
import type { RawTable } from './reading/table.ts'

/** What an organisation mapped before: the field of a heading, folded. */
export type Remembered = { readonly [heading: string]: ImportField | null }

/** Fields that several columns may fill together. */
const SHARED: ReadonlySet<ImportField> = new Set(['code', 'themes', 'partner', 'funder', 'supporter', 'note'])

export type Guess = { readonly field: ImportField | null; readonly isRemembered: boolean }

const guessOne = (column: string, tag: string | undefined, remembered: Remembered): Guess => {
  const key = foldName(column)
  if (tag) return { field: fieldOfTag(tag), isRemembered: false }
  if (Object.hasOwn(remembered, key)) return { field: remembered[key] ?? null, isRemembered: true }
  return { field: fieldOf(column), isRemembered: false }
}

/** The field of each column: by its hashtag, as the organisation mapped it before, or by its heading. */
export const guessFields = (
  { columns, hxl }: Pick<RawTable, 'columns' | 'hxl'>,
  remembered: Remembered,
): readonly Guess[] => {
  const taken = new Set<ImportField>()
  return columns.map((column, at) => {
    const guess = guessOne(column, hxl?.[at], remembered)
    const { field } = guess
    if (field === null) return guess
    const isFree = SHARED.has(field) || !taken.has(field)
    taken.add(field)
    return isFree ? guess : { ...guess, field: null }
  })
}

export const mappingOf = (columns: readonly string[], guesses: readonly Guess[]): ColumnMapping =>
  Object.fromEntries(columns.map((column, at) => [column, guesses[at]?.field ?? null]))

/** A mapping to be remembered with all that was remembered before. */
export const remember = (mapping: ColumnMapping, before: Remembered): Remembered => ({
  ...before,
  ...Object.fromEntries(
    Object.entries(mapping)
      .map(([column, field]) => [foldName(column), field] as const)
      .filter(([key]) => key !== '' && key !== '__proto__'),
  ),
})
