import { about as englishAbout } from '../text/en/about.ts'
import { flows as english } from '../text/en/flows.ts'
import { about } from '../text/id/about.ts'
import { flows as indonesian } from '../text/id/flows.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the flows, with the one that dates all answers. */
export const FlowsTexts = moreTexts({ ...about, ...indonesian }, { ...englishAbout, ...english })
