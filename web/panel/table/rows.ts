import type { CoverageUnit } from '../../../data/model/answers.ts'
import type { VerdictKind } from '../../../data/model/verdict.ts'
import type { Selection } from '../../view.ts'

/** Letters without their accents, in lower case. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The units the legend leaves visible whose name, district or code holds the text. */
export const filterUnits = (
  units: readonly CoverageUnit[],
  only: readonly VerdictKind[],
  text: string,
): readonly CoverageUnit[] => {
  const wanted = plain(text.trim())
  return units.filter(
    ({ name, within, code, verdict }) =>
      (only.length === 0 || only.includes(verdict.kind)) && plain(`${name} ${within} ${code}`).includes(wanted),
  )
}

/** Zones and authority areas are records; every other unit is a place. */
export const selectionOf = ({ code, level }: Pick<CoverageUnit, 'code' | 'level'>): Selection => ({
  kind: level === 'zone' || level === 'authority' ? level : 'place',
  id: code,
})

export const isSame = (a: Selection | null, b: Selection): boolean => a?.kind === b.kind && a.id === b.id
