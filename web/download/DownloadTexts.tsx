import { download as english } from '../text/en/download.ts'
import { download as indonesian } from '../text/id/download.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of downloads. */
export const DownloadTexts = moreTexts(indonesian, english)
