import type pptx from 'pptxgenjs'
import type { Scene } from '../../data/model/story.ts'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { tellText } from '../../data/model/story_text.ts'
import { PALETTES } from '../../styles/palette.ts'
import type { World } from '../world.ts'
import type { SheetFacts } from './facts.ts'

export type Slide = ReturnType<pptx['addSlide']>

/** Inches of a wide slide, 16 to 9. */
export const WIDE = { width: 13.333, height: 7.5 } as const
export const EDGE = 0.5
/** What the map takes, and what is beside it. */
export const MAP = { x: EDGE, y: 1.35, width: 7.9, height: 5.2 } as const
export const SIDE = { x: MAP.x + MAP.width + 0.35, width: WIDE.width - MAP.x - MAP.width - 0.35 - EDGE } as const
export const SANS = 'Calibri'
export const SERIF = 'Georgia'

export const { ground, meanings } = PALETTES.light
export const ink = (colour: string): string => colour.slice(1)

export type Telling = {
  readonly world: World
  readonly answer: StoryAnswer
  readonly scene: Scene
  readonly facts: SheetFacts | null
}

export const words = (text: string, { answer, scene }: Telling): string =>
  tellText(text, answer.figures[scene.id] ?? {}, answer.story.language)
