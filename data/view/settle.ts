import type { ContextAnswer } from '../model/answers.ts'
import { isWithin } from '../model/codes.ts'
import { DEFAULT_VIEW, type View } from './view.ts'

/** What a server knows; a well-formed word it does not know is as damaged as one that cannot be read. */
type Known = {
  readonly regencies: readonly Pick<ContextAnswer['regencies'][number], 'code'>[]
  readonly themes: readonly Pick<ContextAnswer['themes'][number], 'id'>[]
  readonly organisations: readonly Pick<ContextAnswer['organisations'][number], 'id'>[]
}

const known = (items: readonly { readonly id: string }[], id: string): boolean => items.some((one) => one.id === id)

const fallback = (items: readonly { readonly id: string }[], id: string): string =>
  known(items, id) ? id : (items[0]?.id ?? id)

/** The view with only words the server knows, and the names of the URL that had others. */
export const settleView = (
  view: View,
  { regencies, themes, organisations }: Known,
): { view: View; replaced: readonly string[] } => {
  const regions = regencies.map(({ code }) => ({ id: code }))
  const region = regions.some(({ id }) => isWithin(view.region, id) || isWithin(id, view.region))
    ? view.region
    : fallback(regions, DEFAULT_VIEW.region)
  const theme = known(themes, view.theme) ? view.theme : fallback(themes, DEFAULT_VIEW.theme)
  const kept = view.organisations.filter((id) => known(organisations, id))
  const isVersusKnown = view.versus?.against.kind !== 'theme' || known(themes, view.versus.against.theme)
  const replaced = [
    ...(region === view.region ? [] : ['region']),
    ...(theme === view.theme ? [] : ['theme']),
    ...(kept.length === view.organisations.length ? [] : ['organisation']),
    ...(isVersusKnown ? [] : ['versus']),
  ]
  return replaced.length === 0
    ? { view, replaced }
    : {
        view: { ...view, region, theme, organisations: kept, versus: isVersusKnown ? view.versus : null },
        replaced,
      }
}
