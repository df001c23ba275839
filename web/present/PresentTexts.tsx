import { present as english } from '../text/en/present.ts'
import { present as indonesian } from '../text/id/present.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of showing a story. */
export const PresentTexts = moreTexts(indonesian, english)
