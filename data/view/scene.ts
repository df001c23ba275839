import { LAYERS } from '../layers/index.ts'
import type { ContextAnswer } from '../model/answers.ts'
import type { Scene, Story } from '../model/story.ts'
import { settleView } from './settle.ts'
import { parseView, type View } from './view.ts'

/** What a view was asked for and cannot give: parts of its address, and layers that are no more. */
export type Lost = { readonly parameters: readonly string[]; readonly layers: readonly string[] }

export type Side = { readonly view: View; readonly lost: Lost }

type Known = Pick<ContextAnswer, 'regencies' | 'themes' | 'organisations'>
type Of = Pick<Story, 'region' | 'language'>

/** A layer that is no more takes nothing with it: the others of the list stay. */
const withKnownLayers = (search: string): { search: string; unknown: readonly string[] } => {
  const parameters = new URLSearchParams(search)
  const listed = parameters.get('layers')?.split(',').filter(Boolean) ?? []
  const isKnown = (text: string) => LAYERS.some(({ id }) => id === text.split(':')[0])
  const unknown = listed.filter((text) => !isKnown(text))
  if (unknown.length === 0) return { search, unknown }
  parameters.set('layers', listed.filter(isKnown).join(','))
  return { search: `?${parameters}`, unknown }
}

/** A view as far as it can be shown: what cannot be read or is not known gives way to the story's region, or to the default. */
const settleSide = (search: string, { region, language }: Of, known: Known): Side => {
  const { search: readable, unknown } = withKnownLayers(search)
  const { view, repaired } = parseView(readable)
  const { view: settled, replaced } = settleView(view, known)
  const parameters = [...new Set([...repaired, ...replaced])]
  const own = parameters.includes('region') ? settleView({ ...settled, region }, known).view : settled
  return { view: { ...own, language }, lost: { parameters, layers: unknown } }
}

/** The views of a scene: its own, and that on the other side of a slider, which shows the same stretch of country. */
export const sidesOf = (
  { kind, view, after }: Pick<Scene, 'kind' | 'view' | 'after'>,
  of: Of,
  known: Known,
): { readonly first: Side; readonly after: Side | null } => {
  const first = settleSide(view, of, known)
  if (kind !== 'swipe' || after === undefined) return { first, after: null }
  const other = settleSide(after, of, known)
  return { first, after: { ...other, view: { ...other.view, camera: first.view.camera } } }
}
