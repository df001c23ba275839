import { analysis as english } from '../text/en/analysis.ts'
import { analysis as indonesian } from '../text/id/analysis.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the analyses, which the first screen does without. */
export const AnalysisTexts = moreTexts(indonesian, english)
