import { dashboard as english } from '../text/en/dashboard.ts'
import { work as englishWork } from '../text/en/work.ts'
import { dashboard as indonesian } from '../text/id/dashboard.ts'
import { work as indonesianWork } from '../text/id/work.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the overview, and the names of kinds and fields of records. */
export const DashboardTexts = moreTexts({ ...indonesianWork, ...indonesian }, { ...englishWork, ...english })
