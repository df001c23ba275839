import type { AsOf } from './answers.ts'
import type { Code } from './codes.ts'
import type { Origin } from './record.ts'
import type { Story } from './story.ts'
import type { CountedFigure } from './story_figures.ts'

/** By name; null where its question cannot be asked, such as of a region that is not here. */
export type SceneFigures = { readonly [name: string]: CountedFigure | null }

/** One story in the list. */
export type StoryLine = {
  readonly id: string
  readonly name: string
  readonly subtitle: string | null
  readonly author: string | null
  readonly region: Code
  /** Name of the region. */
  readonly where: string
  readonly language: Story['language']
  readonly scenes: number
  readonly origin: Origin
  /** ISO date somebody last stood by it. */
  readonly confirmed: string
}

/** `GET /api/stories[?region]` */
export type StoryList = { readonly asOf: AsOf; readonly stories: readonly StoryLine[] }

/** `GET /api/stories/{id}`: the one answer behind player, pack, slides and pictures. */
export type StoryAnswer = {
  readonly asOf: AsOf
  readonly story: Story
  /** The story itself, or a record behind one of its figures, is sample data. */
  readonly sample: boolean
  /** By the id of the scene. */
  readonly figures: { readonly [scene: string]: SceneFigures }
}
