import { about as english } from '../../text/en/about.ts'
import { about as indonesian } from '../../text/id/about.ts'
import { moreTexts } from '../../text/moreTexts.tsx'

/** Adds the sentences about the data, which the first screen does without. */
export const AboutTexts = moreTexts(indonesian, english)
