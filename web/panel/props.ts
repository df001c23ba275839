import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import type { Bbox } from '../map/props.ts'
import type { ScreenPalette } from '../palette.ts'
import type { ChangeView } from '../useView.ts'
import type { Selection, View } from '../view.ts'

/** What every part of the panel reads; coverage is undefined while it is on its way. */
export type PartProps = {
  readonly view: View
  readonly context: ContextAnswer
  readonly coverage: CoverageAnswer | undefined
  readonly changeView: ChangeView
}

export type CardProps = PartProps & {
  readonly palette: ScreenPalette
  readonly onZoom: (bbox: Bbox) => void
}

export type TableProps = CardProps & {
  readonly hovered: Selection | null
  readonly onHover: (selection: Selection | null) => void
}
