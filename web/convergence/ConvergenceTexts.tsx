import { convergence as english } from '../text/en/convergence.ts'
import { convergence as indonesian } from '../text/id/convergence.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of convergence. */
export const ConvergenceTexts = moreTexts(indonesian, english)
