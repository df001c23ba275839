import { importing as english } from '../text/en/import.ts'
import { importing as indonesian } from '../text/id/import.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the import. */
export const ImportTexts = moreTexts(indonesian, english)
