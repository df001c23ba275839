import type { ContextAnswer, CoverageAnswer } from './answers.ts'
import type { StoryAnswer } from './story_answer.ts'

/** The recorded answers of an offline pack; its tiles stand beside them in the file, one box for each tileset. */
export type StoryPack = {
  readonly answer: StoryAnswer
  readonly context: ContextAnswer
  /** By the address each was asked at. */
  readonly coverages: { readonly [address: string]: CoverageAnswer }
  /** Pictures as `data:` URIs, by the id of the photo. */
  readonly photos: { readonly [id: string]: string }
}
