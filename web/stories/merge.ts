import type { Scene, Story } from '../../data/model/story.ts'
import { type Chosen, type Clash as ClashOf, mergeParts, type Shape, same } from '../desk/merging.ts'

const STORY_FIELDS = [
  'name',
  'subtitle',
  'author',
  'region',
  'language',
  'source',
  'visibility',
  'note',
] as const satisfies readonly (keyof Story)[]
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

type Field = (typeof STORY_FIELDS)[number] | (typeof SCENE_FIELDS)[number]
export type Clash = ClashOf<Field>

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

const SHAPE: Shape<Story, Scene, Field> = {
  own: STORY_FIELDS,
  ofPart: SCENE_FIELDS,
  partsOf: ({ scenes }) => scenes,
  titleOf: ({ title }) => title,
  orderOf,
}

/** My draft on top of the newer version: neither side's change is lost, and what only a person can decide is told. */
export const mergeStories = (
  before: Story,
  mine: Story,
  theirs: Story,
  chosen: Chosen = {},
): { readonly record: Story; readonly clashes: readonly Clash[] } => {
  const { fields, parts, clashes } = mergeParts(SHAPE, before, mine, theirs, chosen)
  return { record: { ...fields, scenes: parts } as unknown as Story, clashes }
}
