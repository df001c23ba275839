import { area as english } from '../text/en/area.ts'
import { area as indonesian } from '../text/id/area.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of drawing and of the report, which the first screen does without. */
export const AreaTexts = moreTexts(indonesian, english)
