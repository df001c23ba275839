import type { Code } from './codes.ts'
import type { VerdictKind } from './verdict.ts'

/** Villages with a target, each once by the worst that is true of it: `gap` before `partial` before `covered`. */
export type TargetedVillages = {
  readonly targeted: number
  readonly gap: number
  readonly partial: number
  readonly covered: number
}

/** A village with a target of a theme, and its verdict there. */
export type TargetedVillage = { readonly code: Code; readonly verdict: VerdictKind }

/** A theme with the urusan it belongs to and its villages with a target. */
export type ThemeVillages = {
  readonly theme: string
  readonly urusan: readonly string[]
  readonly villages: readonly TargetedVillage[]
}

export type UrusanRow = TargetedVillages & { readonly urusan: string; readonly themes: readonly string[] }

const STATES = ['covered', 'partial', 'gap'] as const
type State = (typeof STATES)[number]

export const stateOf = (verdict: VerdictKind): State =>
  verdict === 'gap' || verdict === 'partial' ? verdict : 'covered'

/** Each village once, by the worst of the given themes. */
export const worstByVillage = (themes: readonly Pick<ThemeVillages, 'villages'>[]): TargetedVillages => {
  const worst = new Map<Code, number>()
  for (const { villages } of themes)
    for (const { code, verdict } of villages)
      worst.set(code, Math.max(worst.get(code) ?? 0, STATES.indexOf(stateOf(verdict))))
  const count = (state: State) => [...worst.values()].filter((one) => STATES[one] === state).length
  return { targeted: worst.size, gap: count('gap'), partial: count('partial'), covered: count('covered') }
}

/** In the order of UU 23/2014 as given; an urusan without a target in any of its themes has no row. */
export const coverageByUrusan = (
  themes: readonly ThemeVillages[],
  urusan: readonly { readonly id: string }[],
): readonly UrusanRow[] =>
  urusan.flatMap(({ id }) => {
    const own = themes.filter((one) => one.urusan.includes(id) && one.villages.length > 0)
    return own.length === 0 ? [] : [{ urusan: id, themes: own.map(({ theme }) => theme), ...worstByVillage(own) }]
  })
