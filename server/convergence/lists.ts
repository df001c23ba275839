import { isBarrier } from '../../data/model/authority_rule.ts'
import { CONVERGENCE_QUESTIONS } from '../../data/model/convergence.ts'
import type { ConvergenceAnswer, PartyList } from '../../data/model/convergence_answer.ts'
import { isPartner } from '../../data/model/organisation.ts'

type Matrix = Pick<ConvergenceAnswer, 'parties' | 'places' | 'warnings'>

const listOf = (party: string, { places, warnings }: Matrix, speaksFor: (holder: string) => boolean): PartyList => ({
  party,
  asks: places.flatMap(({ code, cells }) =>
    cells
      .filter((one) => one.party === party)
      .flatMap((one) =>
        CONVERGENCE_QUESTIONS.filter((question) => one[question].state !== 'yes').map((question) => ({
          place: code,
          question,
          state: one[question].state,
        })),
      ),
  ),
  consents: places.flatMap(({ code, authority }) =>
    authority
      .filter(({ kind, holder }) => isBarrier(kind) && speaksFor(holder.id))
      .map(({ id }) => ({ place: code, area: id })),
  ),
  proposals: warnings
    .filter(({ areas }) => areas.some(({ holder }) => speaksFor(holder.id)))
    .map(({ activity }) => activity),
})

/** What to take to each party that is not of the regency itself, ministries first; a ministry speaks for its units (`parentOf`) too. */
export const listsOf = (matrix: Matrix, parentOf: (organisation: string) => string | null): readonly PartyList[] =>
  matrix.parties
    .filter(({ isOwn, kind }) => !isOwn && !(kind && isPartner(kind)))
    .sort((a, b) => Number(b.kind === 'ministry') - Number(a.kind === 'ministry'))
    .map(({ id }) => listOf(id, matrix, (holder) => holder === id || parentOf(holder) === id))
