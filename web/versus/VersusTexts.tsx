import { versus as english } from '../text/en/versus.ts'
import { versus as indonesian } from '../text/id/versus.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the second map to those around it. */
export const VersusTexts = moreTexts(indonesian, english)
