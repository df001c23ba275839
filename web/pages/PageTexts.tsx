import { pages as english } from '../text/en/pages.ts'
import { people as englishPeople } from '../text/en/people.ts'
import { pages as indonesian } from '../text/id/pages.ts'
import { people as indonesianPeople } from '../text/id/people.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the screens besides the map. */
export const PageTexts = moreTexts({ ...indonesian, ...indonesianPeople }, { ...english, ...englishPeople })
