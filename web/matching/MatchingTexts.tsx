import { matching as english } from '../text/en/matching.ts'
import { matching as indonesian } from '../text/id/matching.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of matching. */
export const MatchingTexts = moreTexts(indonesian, english)
