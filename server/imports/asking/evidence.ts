import type { ImportField } from '../../../data/model/importing.ts'
import { readPeople, readRupiah } from '../../../data/model/reading/amounts.ts'
import { orderShownBy } from '../../../data/model/reading/dates.ts'
import { styleShownBy } from '../../../data/model/reading/numbers.ts'
import { readPlaceCode } from '../../../data/model/reading/place_codes.ts'
import type { Reading } from '../../../data/model/reading/reading.ts'
import { readSpan } from '../../../data/model/reading/spans.ts'
import type { Pace } from '../../engine/pace.ts'
import { type Cell, openRow } from '../judging/cells.ts'
import type { Known } from '../judging/known.ts'
import { placeNamed } from '../judging/place.ts'
import type { Evidence, Plan } from '../judging/plan.ts'
import { findGridPosition } from '../judging/positions.ts'
import type { RawRow } from '../reading/table.ts'

/** So many rows hang on a question, one of them as an example, and the columns they doubt. */
export type Doubt = { rows: number; example: string; readonly columns: Set<number> }

/** What the columns show, and what they leave open. */
export type Shown = {
  readonly evidence: Evidence
  readonly doubts: { readonly [D in 'numbers' | 'dates' | 'codes' | 'unit' | 'metres']: Doubt }
  /** Metres of the first row that has them. */
  readonly metres: readonly [eastingM: number, northingM: number] | null
  readonly isDotted: boolean
}

const SUMS: readonly ImportField[] = ['budgetIdr', 'beneficiaries']
const DATES: readonly ImportField[] = ['start', 'end', 'period', 'sourceDate']
/** Longer cells are no numbers or dates, and not searched for them. */
const LONGEST = 80

const votes = <S extends string>() => {
  const cast = new Map<number, Set<S>>()
  return {
    cast(at: number, style: S | null) {
      if (style) cast.set(at, (cast.get(at) ?? new Set<S>()).add(style))
    },
    /** Columns that show one style, and never another. */
    settled: (): ReadonlyMap<number, S> =>
      new Map([...cast].flatMap(([at, styles]) => (styles.size === 1 ? [[at, [...styles][0]!] as const] : []))),
  }
}

const isOpen = (reading: Reading<unknown>): boolean => reading.kind === 'ambiguous'
const isSettledBy = (open: Reading<unknown>, answered: Reading<unknown>): boolean =>
  isOpen(open) && answered.kind === 'value'

const doubt = (): Doubt => ({ rows: 0, example: '', columns: new Set() })
const note = (one: Doubt, text: string, at: number | null = null): void => {
  one.rows += 1
  if (at !== null) one.columns.add(at)
  if (one.example === '') one.example = text
}

/** Looks at every cell once, as if nothing had been answered. */
export const lookAt = async (rows: readonly RawRow[], known: Known, plan: Plan, pace: Pace): Promise<Shown> => {
  const [numbers, dates] = [votes<'id' | 'en'>(), votes<'dmy' | 'mdy' | 'ymd'>()]
  const doubts = { numbers: doubt(), dates: doubt(), codes: doubt(), unit: doubt(), metres: doubt() }
  let metres: Shown['metres'] = null
  let isDotted = false

  const lookAtSum = ({ text, at, isNumber }: Cell, field: ImportField): void => {
    const unit = at === null ? null : plan.headingUnitOf(at)
    if (!isNumber && at !== null)
      for (const digits of text.match(/\d[\d.,']*/g) ?? []) numbers.cast(at, styleShownBy(digits))
    const read = field === 'budgetIdr' ? readRupiah : readPeople
    const style = isNumber ? 'en' : null
    const open = read(text, { unit, style })
    if (isSettledBy(open, read(text, { unit, style: 'id' }))) note(doubts.numbers, text, at)
    else if (unit === null && isSettledBy(open, read(text, { unit: 1, style: 'id' }))) note(doubts.unit, text)
  }
  const lookAtDate = ({ text, at }: Cell): void => {
    if (at !== null) dates.cast(at, orderShownBy(text))
    if (isSettledBy(readSpan(text), readSpan(text, 'dmy'))) note(doubts.dates, text, at)
  }

  for (const raw of rows) {
    await pace.step()
    const row = openRow(raw, {}, plan.columns, plan.fields)
    const short = (field: ImportField) => row.of(field).filter(({ text }) => text.length <= LONGEST)
    for (const field of SUMS) for (const cell of short(field)) lookAtSum(cell, field)
    for (const field of DATES) short(field).forEach(lookAtDate)
    const code = short('code').find(({ text }) => isOpen(readPlaceCode(text, known.codes)))
    isDotted ||= short('code').some(({ text }) => text.includes('.'))
    // Names beside a bare code may say what it means.
    if (code && placeNamed(row, known, plan).value === null) note(doubts.codes, code.text)
    const [lng, lat] = [short('lng')[0], short('lat')[0]]
    const found = lng && lat ? findGridPosition(lng.text, lat.text) : null
    if (found && lng && lat) note(doubts.metres, `${lng.text}, ${lat.text}`)
    metres ??= found
  }
  return { evidence: { numbers: numbers.settled(), dates: dates.settled() }, doubts, metres, isDotted }
}
