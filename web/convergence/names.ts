import type {
  CellState,
  ConvergenceAnswer,
  ConvergenceCell,
  ConvergenceParty,
  ConvergencePlace,
} from '../../data/model/convergence_answer.ts'
import type { Source } from '../../data/model/record.ts'
import type { Text } from '../text/useText.ts'
import type { CellKey } from './state.ts'

/** Short enough for the head of a column. */
export const shortOf = ({ shortName, name }: ConvergenceParty): string =>
  shortName ??
  name
    .replace(/^Pemerintah Kabupaten /, 'Pemkab ')
    .replace(/^Pemerintah Provinsi /, 'Pemprov ')
    .replace(/^Kementerian /, 'Kem. ')
    .replace(/, Kayong Utara$/, '')

export const cellAt = (
  places: readonly ConvergencePlace[],
  { place, party, question }: CellKey,
): ConvergenceCell | null =>
  places.find(({ code }) => code === place)?.cells.find((one) => one.party === party)?.[question] ?? null

/** `Renja 2026, 1 Agustus 2025`. */
export const sourceWords = ({ text, date: day }: Source, { date }: Text): string =>
  day ? `${text}, ${date(day)}` : text

export const stateWords = (state: CellState, { say }: Text): string => say(`convergence.state.${state}`)

export const placeNameIn = ({ places }: Pick<ConvergenceAnswer, 'places'>, code: string): string =>
  places.find((one) => one.code === code)?.name ?? code

export const shortNameIn = ({ parties }: Pick<ConvergenceAnswer, 'parties'>, id: string): string => {
  const party = parties.find((one) => one.id === id)
  return party ? shortOf(party) : id
}

export const partyNameIn = ({ parties }: Pick<ConvergenceAnswer, 'parties'>, id: string): string =>
  parties.find((one) => one.id === id)?.name ?? id
