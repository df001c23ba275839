import { useMemo } from 'react'
import { CONVERGENCE_QUESTIONS, type ConvergenceQuestion } from '../../data/model/convergence.ts'
import { rewriteSearch, useSearch } from '../useView.ts'

export type CellKey = { readonly place: string; readonly party: string; readonly question: ConvergenceQuestion }
export const MATRIX_LOOKS = ['all', 'place', 'party'] as const
export type MatrixLook = (typeof MATRIX_LOOKS)[number]

/** What the screen of convergence keeps in the address. */
export type ConvergenceView = {
  readonly programme: string | null
  /** The village or island that the question is about. */
  readonly place: string | null
  /** The party whose column is shown alone. */
  readonly party: string | null
  /** The cell whose evidence is open. */
  readonly cell: CellKey | null
  /** Null is what suits the screen. */
  readonly look: MatrixLook | null
  /** To whom the list is taken. */
  readonly to: string | null
}

const ID = /^[a-z0-9][a-z0-9._-]{0,79}$/
const CODE = /^\d{2}(\.\d+){0,3}$/

const read = (form: RegExp) => (text: string | null) => (text !== null && form.test(text) ? text : null)
const readId = read(ID)
const readCode = read(CODE)

const readCell = (text: string | null): CellKey | null => {
  const [place = '', party = '', asked] = (text ?? '').split(':')
  const question = CONVERGENCE_QUESTIONS.find((one) => one === asked)
  return question && CODE.test(place) && ID.test(party) ? { place, party, question } : null
}
export const formatCell = ({ place, party, question }: CellKey): string => `${place}:${party}:${question}`

/** Never fails: what cannot be read is as if it were not there. */
export const parseConvergence = (search: string): ConvergenceView => {
  const given = new URLSearchParams(search)
  return {
    programme: readId(given.get('programme')),
    place: readCode(given.get('place')),
    party: readId(given.get('party')),
    cell: readCell(given.get('cell')),
    look: MATRIX_LOOKS.find((one) => one === given.get('see')) ?? null,
    to: readId(given.get('to')),
  }
}

const NAMES = { programme: 'programme', place: 'place', party: 'party', cell: 'cell', look: 'see', to: 'to' } as const

/** The search with another state in it; what belongs to the view stays as it is. */
export const formatConvergence = (search: string, view: ConvergenceView): string => {
  const parameters = new URLSearchParams(search)
  for (const [key, name] of Object.entries(NAMES) as [keyof ConvergenceView, string][]) {
    const value = key === 'cell' ? view.cell && formatCell(view.cell) : view[key]
    if (value === null) parameters.delete(name)
    else parameters.set(name, value)
  }
  const text = parameters.toString().replaceAll('%3A', ':')
  return text && `?${text}`
}

export const changeConvergence = (change: Partial<ConvergenceView>): void => {
  const { search } = location
  rewriteSearch(formatConvergence(search, { ...parseConvergence(search), ...change }), true)
}

export const useConvergenceView = (): ConvergenceView => {
  const search = useSearch()
  return useMemo(() => parseConvergence(search), [search])
}
