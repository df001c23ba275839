import { tour as english } from '../text/en/tour.ts'
import { tour as indonesian } from '../text/id/tour.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the tour. */
export const TourTexts = moreTexts(indonesian, english)
