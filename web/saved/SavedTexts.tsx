import { saved as english } from '../text/en/saved.ts'
import { saved as indonesian } from '../text/id/saved.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of saved views. */
export const SavedTexts = moreTexts(indonesian, english)
