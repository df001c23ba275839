import type { ComponentType, LazyExoticComponent } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { ScreenPalette } from '../palette.ts'
import type { View } from '../view.ts'

/** What every way of taking a view along is given: what is on screen now. */
export type SharePartProps = {
  readonly view: View
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  /** Closes the whole window, for a part that leads elsewhere. */
  readonly onClose: () => void
}

/** One way of taking a view along; its sentences are `share.<id>` and `share.<id>.lead`. */
export type ShareEntry<Id extends string = string> = {
  readonly id: Id
  readonly Part: LazyExoticComponent<ComponentType<SharePartProps>>
}
