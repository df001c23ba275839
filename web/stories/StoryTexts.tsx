import { desk as englishDesk } from '../text/en/desk.ts'
import { stories as english } from '../text/en/stories.ts'
import { desk as indonesianDesk } from '../text/id/desk.ts'
import { stories as indonesian } from '../text/id/stories.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of stories. */
export const StoryTexts = moreTexts({ ...indonesianDesk, ...indonesian }, { ...englishDesk, ...english })
