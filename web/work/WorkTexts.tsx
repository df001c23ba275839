import { work as english } from '../text/en/work.ts'
import { work as indonesian } from '../text/id/work.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of one's own work and of its history. */
export const WorkTexts = moreTexts(indonesian, english)
