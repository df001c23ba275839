import type { Scene } from '../../data/model/story.ts'
import { isOtherRight, otherView } from '../../data/view/versus.ts'
import { DEFAULT_VIEW, formatView, parseView, type View } from '../view.ts'

const ALWAYS = ['region', 'theme', 'period', 'level', 'layers'] as const

/** The search that a scene keeps: its question and layers are written out, so that it stays the same when defaults change. */
export const sceneSearch = (view: View): string => {
  const { language, palette, edit, table, why, versus } = DEFAULT_VIEW
  const search = new URLSearchParams(formatView({ ...view, language, palette, edit, table, why, versus }))
  const written: Readonly<Record<(typeof ALWAYS)[number], string>> = {
    region: view.region,
    theme: view.theme,
    period: view.period.from === view.period.to ? `${view.period.to}` : `${view.period.from}/${view.period.to}`,
    level: view.level,
    layers: search.get('layers') ?? view.layers.map(({ id }) => id).join(),
  }
  for (const name of ALWAYS) search.set(name, written[name])
  return `?${search.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')}`
}

/** The maps of a scene made of a view: one, or two that lie over each other as on the screen; what a scenario would leave is nobody's finding. */
export const sceneMaps = (view: View): Pick<Scene, 'kind' | 'view' | 'after'> => {
  const against = view.versus?.against
  if (!against || against.kind === 'scenario') return { kind: 'map', view: sceneSearch(view) }
  const [own, other] = [sceneSearch(view), sceneSearch(otherView(view, against))]
  return isOtherRight(view, against)
    ? { kind: 'swipe', view: own, after: other }
    : { kind: 'swipe', view: other, after: own }
}

/** Of a scene, or of what a hand pasted: a whole address or its search part. Null where it is no address of the map. */
export const parsePasted = (text: string): View | null => {
  const at = text.indexOf('?')
  if (at < 0) return null
  const { view, repaired } = parseView(text.slice(at).split('#')[0]!)
  return repaired.length === 0 ? view : null
}

export type MapSide = 'view' | 'after'

/** The view on one side of a scene; null where that side has no map. */
export const viewOf = (scene: Scene, side: MapSide): View | null => {
  const search = scene[side]
  return search ? parseView(search).view : null
}
