import { desk as englishDesk } from '../text/en/desk.ts'
import { plans as english } from '../text/en/plans.ts'
import { desk as indonesianDesk } from '../text/id/desk.ts'
import { plans as indonesian } from '../text/id/plans.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of action plans. */
export const PlanTexts = moreTexts({ ...indonesianDesk, ...indonesian }, { ...englishDesk, ...english })
