import { award as english } from '../text/en/award.ts'
import { award as indonesian } from '../text/id/award.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the award. */
export const AwardTexts = moreTexts(indonesian, english)
