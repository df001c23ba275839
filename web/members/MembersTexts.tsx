import { members as english } from '../text/en/members.ts'
import { members as indonesian } from '../text/id/members.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of what only members see on the map. */
export const MembersTexts = moreTexts(indonesian, english)
