import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import type { Question } from '../api.ts'

/** Where a player has its answers from: the server, or what was recorded into the file it stands in. Tiles and fonts follow `map/fonts.ts`. */
export type Source = {
  context(signal: AbortSignal): Promise<ContextAnswer>
  coverage(question: Question, signal: AbortSignal): Promise<CoverageAnswer>
  /** The address of a photo as a picture; null where there is none to show. */
  photo(id: string): string | null
}
