import type { Agreement } from '../../data/model/agreement.ts'
import type { CorridorAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'

/** One theme of an agreed field along the border. */
export type BorderField = { readonly wording: string; readonly theme: string; readonly along: CorridorAnswer }

export type BorderVillage = Omit<CorridorAnswer['villages'][number], 'verdict'> & {
  /** By theme. */
  readonly verdicts: ReadonlyMap<string, VerdictKind>
}

/** The themes of an agreement's fields, each once, with the wording it is filed under. */
export const themesOf = ({ fields }: Pick<Agreement, 'fields'>): readonly { wording: string; theme: string }[] => {
  const seen = new Set<string>()
  return fields.flatMap(({ wording, themes }) =>
    themes.flatMap((theme) => {
      if (seen.has(theme)) return []
      seen.add(theme)
      return [{ wording, theme }]
    }),
  )
}

/** The villages of the corridor with their verdict in each field, those of the first regency first, nearest first. */
export const villagesIn = (fields: readonly BorderField[]): readonly BorderVillage[] => {
  const villages = new Map<Code, BorderVillage & { readonly verdicts: Map<string, VerdictKind> }>()
  for (const { theme, along } of fields)
    for (const { verdict, ...village } of along.villages) {
      const known = villages.get(village.code) ?? { ...village, verdicts: new Map<string, VerdictKind>() }
      if (verdict) known.verdicts.set(theme, verdict.kind)
      villages.set(village.code, known)
    }
  return [...villages.values()].sort(
    (one, other) =>
      one.side.localeCompare(other.side) || one.distanceKm - other.distanceKm || one.code.localeCompare(other.code),
  )
}

/** What is done and aimed at along the border in the agreed fields, each record once. */
export const recordsIn = (fields: readonly BorderField[]) => {
  const once = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] => [
    ...new Map(all.map((one) => [one.id, one])).values(),
  ]
  return {
    activities: once(fields.flatMap(({ along }) => along.activities)),
    targets: once(fields.flatMap(({ along }) => along.targets)),
  }
}
