import { widget as english } from '../text/en/widget.ts'
import { widget as indonesian } from '../text/id/widget.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of widgets. */
export const WidgetTexts = moreTexts(indonesian, english)
