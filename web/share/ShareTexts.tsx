import { share as english } from '../text/en/share.ts'
import { share as indonesian } from '../text/id/share.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of sharing. */
export const ShareTexts = moreTexts(indonesian, english)
