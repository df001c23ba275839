import { stories as english } from '../text/en/stories.ts'
import { stories as indonesian } from '../text/id/stories.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of stories. */
export const StoryTexts = moreTexts(indonesian, english)
