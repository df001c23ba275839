import type { Scene, Story } from '../../data/model/story.ts'
import { type Chosen, mergeFields, type Named, type Side, same } from '../edit/merging.ts'

const STORY_FIELDS = ['name', 'subtitle', 'author', 'region', 'language', 'source', 'visibility', 'note'] as const
const SCENE_FIELDS = [
  'kind',
  'view',
  'after',
  'beside',
  'title',
  'text',
  'notes',
  'annotations',
  'figures',
  'picture',
] as const satisfies readonly (keyof Scene)[]

export type StoryField = (typeof STORY_FIELDS)[number]
export type SceneField = (typeof SCENE_FIELDS)[number]

/** What both changed, and differently. `scene` null is the story itself, field `scene` one that a side removed. */
export type Clash = {
  readonly key: string
  readonly scene: string | null
  readonly field: StoryField | SceneField | 'scene'
  readonly mine: unknown
  readonly theirs: unknown
}

type Merging = { readonly chosen: Chosen; readonly clashes: Clash[] }

const fieldsOf = <F extends StoryField | SceneField>(
  names: readonly F[],
  [before, mine, theirs]: readonly [Named, Named, Named],
  scene: string | null,
  { chosen, clashes }: Merging,
): Named =>
  mergeFields(names, [before, mine, theirs], (field) => {
    const key = `${scene ?? ''}/${field}`
    clashes.push({ key, scene, field, mine: mine[field], theirs: theirs[field] })
    return chosen[key] ?? 'mine'
  })

/** A scene that one side has and the other has not: added there, or removed here, perhaps after a change. */
const alone = (before: Scene | undefined, kept: Scene, by: Side, { chosen, clashes }: Merging): readonly Scene[] => {
  if (!before) return [kept]
  if (same(before, kept)) return []
  const key = `${kept.id}/scene`
  const [mine, theirs] = by === 'mine' ? [kept.title, null] : [null, kept.title]
  clashes.push({ key, scene: kept.id, field: 'scene', mine, theirs })
  return (chosen[key] ?? 'mine') === by ? [kept] : []
}

const idsOf = ({ scenes }: Story): readonly string[] => scenes.map(({ id }) => id)

/** The order of the side that changed it, mine where both did; scenes of the other side follow. */
const orderOf = (before: Story, mine: Story, theirs: Story): readonly string[] => {
  const known = new Set(idsOf(mine))
  const shared = idsOf(before).filter((id) => known.has(id))
  const isMoved = !same(
    idsOf(mine).filter((id) => shared.includes(id)),
    shared,
  )
  const [first, second] = isMoved ? [mine, theirs] : [theirs, mine]
  return [...new Set([...idsOf(first), ...idsOf(second)])]
}

/** My draft on top of the newer version: neither side's change is lost, and what only a person can decide is told. */
export const mergeStories = (
  before: Story,
  mine: Story,
  theirs: Story,
  chosen: Chosen = {},
): { readonly record: Story; readonly clashes: readonly Clash[] } => {
  const merging: Merging = { chosen, clashes: [] }
  const find = ({ scenes }: Story, id: string) => scenes.find((one) => one.id === id)
  const own = fieldsOf(STORY_FIELDS, [before, mine, theirs], null, merging)
  const scenes = orderOf(before, mine, theirs).flatMap((id): readonly Scene[] => {
    const [was, here, there] = [find(before, id), find(mine, id), find(theirs, id)]
    if (here && there)
      return [{ ...fieldsOf(SCENE_FIELDS, [was ?? there, here, there], id, merging), id } as unknown as Scene]
    return here ? alone(was, here, 'mine', merging) : alone(was, there!, 'theirs', merging)
  })
  const rest = Object.entries(theirs).filter(([name]) => !(STORY_FIELDS as readonly string[]).includes(name))
  return { record: { ...Object.fromEntries(rest), ...own, scenes } as unknown as Story, clashes: merging.clashes }
}
