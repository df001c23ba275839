import { type AuthorityRule, strictest } from './authority_rule.ts'
import { CONVERGENCE_QUESTIONS } from './convergence.ts'
import {
  type AuthorityHere,
  type Building,
  CELL_STATES,
  type CellCounts,
  type CellState,
  type ConvergenceCell,
  type Evidence,
  type PartyCells,
  type WorksSaid,
} from './convergence_answer.ts'

type Dated = Pick<Evidence, 'source' | 'confirmed'>

/** The day of the document; where it bears none, the day somebody stood by it. */
export const dayOf = ({ source, confirmed }: Dated): string => source.date ?? confirmed

const newestFirst = <T extends Dated & { readonly record: string }>(all: readonly T[]): readonly T[] =>
  [...all].sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || a.record.localeCompare(b.record))

const newestOf = <T extends Dated>(sorted: readonly T[]): readonly T[] =>
  sorted.filter((one) => dayOf(one) === dayOf(sorted[0]!))

/** What documents make of a cell: the newest decides, two of one day that differ decide nothing. */
export const judgeCell = (given: readonly Evidence[]): ConvergenceCell => {
  const evidence = newestFirst(given)
  const values = new Set(newestOf(evidence).map(({ value }) => value))
  const state: CellState =
    values.size === 0 ? 'no_data' : values.size > 1 ? 'disputed' : values.has(true) ? 'yes' : 'no'
  return { state, evidence }
}

const factsFirst = <T extends { readonly origin: string }>(all: readonly T[]): readonly T[] => {
  const facts = all.filter(({ origin }) => origin !== 'sample')
  return facts.length > 0 ? facts : all
}

const saidOf = (works: readonly WorksSaid[]): 'closed' | 'open' | 'disputed' | null => {
  const said = new Set(newestOf(newestFirst(works)).map(({ physical }) => physical))
  return said.size === 0 ? null : said.size > 1 ? 'disputed' : said.has(true) ? 'open' : 'closed'
}

/** Who may build in a place: a published word before an outline, a fact before a sample. */
export const judgeBuilding = (authority: readonly AuthorityHere[], works: readonly WorksSaid[]): Building => {
  const words = factsFirst(works)
  const areas = factsFirst(authority)
  const isSample = (all: readonly { readonly origin: string }[]) => all.every(({ origin }) => origin === 'sample')
  const said = saidOf(words)
  const drawn: AuthorityRule['building'] | null = strictest(areas.map(({ kind }) => kind))
  const byArea = drawn && { verdict: drawn, basis: 'area' as const, sample: isSample(areas) }
  if (said && !(isSample(words) && byArea && !byArea.sample))
    return { verdict: said, basis: 'source', sample: isSample(words) }
  return byArea ?? { verdict: 'unknown', basis: null, sample: false }
}

/** How many cells stand how; `total` is the denominator of all of them. */
export const countCells = (cells: readonly PartyCells[]): CellCounts => {
  const states = cells.flatMap((one) => CONVERGENCE_QUESTIONS.map((question) => one[question].state))
  const of = (state: CellState) => states.filter((one) => one === state).length
  return {
    total: states.length,
    ...(Object.fromEntries(CELL_STATES.map((state) => [state, of(state)])) as { [S in CellState]: number }),
  }
}
