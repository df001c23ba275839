import { edit as english } from '../text/en/edit.ts'
import { edit as indonesian } from '../text/id/edit.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of marking, which the first screen does without. */
export const EditTexts = moreTexts(indonesian, english)
