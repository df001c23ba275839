import { type Code, isWithin } from '../data/model/codes.ts'
import type { Scene, Story, StoryFigure } from '../data/model/story.ts'
import type { SceneFigures, StoryAnswer, StoryLine, StoryList } from '../data/model/story_answer.ts'
import { type CountedFigure, frozenFigureOf, storyFigureOf } from '../data/model/story_figures.ts'
import { parseView, type View } from '../data/view/view.ts'
import { Refusal } from './problems.ts'
import { answerCoverage } from './routes/cover.ts'
import type { World } from './world.ts'

type Counted = { readonly figure: CountedFigure; readonly isSample: boolean }

const lineOf = (story: Story, { geography }: World): StoryLine => {
  const { id, name, subtitle = null, author = null, region, language, scenes, origin, confirmed } = story
  return {
    id,
    name,
    subtitle,
    author,
    region,
    where: geography.nameOf(region),
    language,
    scenes: scenes.length,
    origin,
    confirmed,
  }
}

/** Last confirmed first. */
const byDay = (a: StoryLine, b: StoryLine): number =>
  b.confirmed.localeCompare(a.confirmed) || a.name.localeCompare(b.name, 'id')

/** Every story that everyone may see, of a region or of all. */
export const storyList = (region: Code | undefined, world: World): StoryList => ({
  asOf: world.everyone.asOf(),
  stories: world.everyone
    .all('story')
    .filter((story) => region === undefined || isWithin(story.region, region) || isWithin(region, story.region))
    .map((story) => lineOf(story, world))
    .sort(byDay),
})

const questionOf = ({ region, theme, period, level, organisations, statuses }: View) => ({
  region,
  theme,
  period,
  level,
  organisation: organisations,
  status: statuses,
})

/** Counted now, by the same answer as the map; null where the question names what is not here any more. */
const countNow = (figure: StoryFigure, view: View, world: World): Counted | null => {
  try {
    const coverage = answerCoverage(world, questionOf(view))
    return { figure: storyFigureOf(coverage, figure, coverage.asOf.time.slice(0, 10)), isSample: coverage.sample }
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

const countedOf = (figure: StoryFigure, scene: Scene, world: World): Counted | null => {
  const { view, repaired } = parseView(figure.view ?? scene.view)
  if (repaired.length > 0) return null
  const { frozen } = figure
  return frozen
    ? { figure: frozenFigureOf({ ...figure, frozen }, view.level), isSample: false }
    : countNow(figure, view, world)
}

const figuresIn = (scene: Scene, world: World): readonly (readonly [string, Counted | null])[] =>
  Object.entries(scene.figures).map(([name, figure]) => [name, countedOf(figure, scene, world)])

const shown = (counted: readonly (readonly [string, Counted | null])[]): SceneFigures =>
  Object.fromEntries(counted.map(([name, one]) => [name, one?.figure ?? null]))

/** A story with its figures as they are now for everyone. */
export const tellStory = (story: Story, world: World): StoryAnswer => {
  const counted = story.scenes.map((scene) => [scene.id, figuresIn(scene, world)] as const)
  return {
    asOf: world.everyone.asOf(),
    story,
    sample: story.origin === 'sample' || counted.some(([, ones]) => ones.some(([, one]) => one?.isSample)),
    figures: Object.fromEntries(counted.map(([scene, ones]) => [scene, shown(ones)])),
  }
}

/** Null where everyone may see none of that id. */
export const storyAnswer = (id: string, world: World): StoryAnswer | null => {
  const story = world.everyone.find('story', id)?.record
  return story ? tellStory(story, world) : null
}
