import type { CoverageAnswer } from '../../data/model/answers.ts'
import type { Scene } from '../../data/model/story.ts'
import type { View } from '../view.ts'
import type { Missing } from './missing.ts'

/** One scene with everything it needs to be drawn. */
export type Staged = {
  readonly scene: Scene
  /** Counted from one. */
  readonly number: number
  readonly view: View
  /** Of a swipe: what lies on the other side of the slider. */
  readonly after: View | null
  readonly coverage: CoverageAnswer | undefined
  readonly afterCoverage: CoverageAnswer | undefined
  readonly missing: readonly Missing[]
}
