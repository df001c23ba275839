import { shortcuts as english } from '../../text/en/shortcuts.ts'
import { shortcuts as indonesian } from '../../text/id/shortcuts.ts'
import { moreTexts } from '../../text/moreTexts.tsx'

/** Adds the names of what the keys do, which the first screen does without. */
export const ShortcutTexts = moreTexts(indonesian, english)
