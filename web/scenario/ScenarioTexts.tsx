import { scenario as english } from '../text/en/scenario.ts'
import { scenario as indonesian } from '../text/id/scenario.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of scenarios. */
export const ScenarioTexts = moreTexts(indonesian, english)
