import { multiples as english } from '../text/en/multiples.ts'
import { multiples as indonesian } from '../text/id/multiples.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the small maps. */
export const MultiplesTexts = moreTexts(indonesian, english)
