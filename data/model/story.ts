import type { Code } from './codes.ts'
import type { RecordBase } from './record.ts'
import type { VerdictKind } from './verdict.ts'

/** Longitude, latitude in degrees. */
export type Position = readonly [lng: number, lat: number]

/** What is drawn over the map of a scene, in the order given; it is told in every output, and read out in words. */
export type Annotation =
  | { readonly kind: 'arrow'; readonly from: Position; readonly to: Position; readonly text?: string }
  | { readonly kind: 'label'; readonly at: Position; readonly text: string }
  /** An outline, closed by itself: its last position is not its first. */
  | { readonly kind: 'area'; readonly ring: readonly Position[]; readonly text?: string }
  | { readonly kind: 'number'; readonly at: Position; readonly number: number; readonly text?: string }

export const ANNOTATION_KINDS = ['arrow', 'label', 'area', 'number'] as const satisfies readonly Annotation['kind'][]
export type AnnotationKind = Annotation['kind']

/** What a figure in a text counts: units of one verdict, all of them, or those that have a target. */
export type FigureSubject = VerdictKind | 'all' | 'targeted'

/**
 * A number that a text names as `{name}`: asked anew each time the story is shown, or frozen at what it was on a day.
 * It is never shown without its denominator and its date.
 */
export type StoryFigure = {
  readonly subject: FigureSubject
  /** A share is in percent of the units that `storyFigureOf` counts it among. */
  readonly as: 'count' | 'share'
  /** The search part of the address whose question it answers; the scene's own where there is none. */
  readonly view?: string
  /** `value` units of `of`, whether shown as a count or a share; `date` is ISO. */
  readonly frozen?: { readonly value: number; readonly of: number; readonly date: string }
}

export const SCENE_KINDS = ['title', 'map', 'swipe', 'closing'] as const
export type SceneKind = (typeof SCENE_KINDS)[number]

export const BESIDE = ['table', 'chart'] as const
export type Beside = (typeof BESIDE)[number]

/** `swipe` lays the map of `after` over the one of `view`. A title or closing scene has a map behind it where it has a view. */
export type Scene = {
  /** Unique within the story and kept for good: links point at it. */
  readonly id: string
  readonly kind: SceneKind
  /** The search part of the address of a view, without language and palette: camera, layers, filters, selection, comparison. */
  readonly view: string
  readonly after?: string
  readonly beside?: Beside
  /** The finding, as a sentence. It may name figures too. */
  readonly title: string
  /** Paragraphs parted by an empty line; `{name}` stands for a figure. */
  readonly text: string
  /** For the presenter alone: who may not change the story never gets it, see `withoutNotes`. */
  readonly notes?: string
  readonly annotations: readonly Annotation[]
  readonly figures: { readonly [name: string]: StoryFigure }
  /** Id of a photo on record, and what it shows. */
  readonly picture?: { readonly photo: string; readonly alt: string }
}

/** Scenes in the order they are told; what a text, a figure or a layer cannot give is named and left out, the rest is shown. */
export type Story = RecordBase & {
  readonly name: string
  readonly subtitle?: string
  readonly author?: string
  readonly region: Code
  readonly language: 'id' | 'en'
  readonly scenes: readonly Scene[]
}

/** A story as it leaves those who may change it: what is for the presenter alone stays with them. */
export const withoutNotes = (story: Story): Story =>
  story.scenes.some(({ notes }) => notes !== undefined)
    ? { ...story, scenes: story.scenes.map(({ notes: _, ...scene }) => scene) }
    : story
