import { parsePeriod } from '../model/period.ts'
import type { View } from './view.ts'

/** What the question is held against: another year, another theme, or the scenario that this device keeps. */
export type Against =
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'scenario' }

/** One map over the other with a slider between them, or two maps of half the width that move together. */
export const VERSUS_FORMS = ['swipe', 'halves'] as const
export type VersusForm = (typeof VERSUS_FORMS)[number]

export type Versus = { readonly against: Against; readonly form: VersusForm }

const THEME = /^theme:([a-z0-9][a-z0-9._-]{0,79})$/

const parseAgainst = (text: string): Against | null => {
  if (text === 'scenario') return { kind: 'scenario' }
  const theme = THEME.exec(text)?.[1]
  if (theme !== undefined) return { kind: 'theme', theme }
  const period = parsePeriod(text)
  return period?.from === period?.to && period ? { kind: 'year', year: period.from } : null
}

/** `2025`, `theme:education` or `scenario`, with `,halves` where the maps stand side by side. */
export const parseVersus = (text: string): Versus | null => {
  const [first = '', form = 'swipe', ...rest] = text.split(',')
  const against = parseAgainst(first)
  const known = VERSUS_FORMS.find((one) => one === form)
  return against && known && rest.length === 0 ? { against, form: known } : null
}

/** As it stands in an address. */
export const formatAgainst = (against: Against): string =>
  against.kind === 'year' ? `${against.year}` : against.kind === 'theme' ? `theme:${against.theme}` : against.kind

export const formatVersus = (versus: Versus | null): string => {
  if (!versus) return ''
  const first = formatAgainst(versus.against)
  return versus.form === 'swipe' ? first : `${first},${versus.form}`
}

/** The same question of what it is held against. A scenario puts it to the same year and theme, village by village. */
export const otherView = (view: View, against: Against): View => {
  const alone = { ...view, versus: null }
  if (against.kind === 'year') return { ...alone, period: { from: against.year, to: against.year } }
  return against.kind === 'theme' ? { ...alone, theme: against.theme } : alone
}

/** Time goes from left to right, and so does what might become of today; two themes stand as they are named. */
export const isOtherRight = ({ period }: Pick<View, 'period'>, against: Against): boolean =>
  against.kind !== 'year' || against.year > period.to
