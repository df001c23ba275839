import { review as english } from '../text/en/review.ts'
import { review as indonesian } from '../text/id/review.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the review. */
export const ReviewTexts = moreTexts(indonesian, english)
