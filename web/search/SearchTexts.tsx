import { pages as englishPages } from '../text/en/pages.ts'
import { search as english } from '../text/en/search.ts'
import { shortcuts as englishShortcuts } from '../text/en/shortcuts.ts'
import { pages } from '../text/id/pages.ts'
import { search as indonesian } from '../text/id/search.ts'
import { shortcuts } from '../text/id/shortcuts.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the palette, with the names of the pages and the window it leads to. */
export const SearchTexts = moreTexts(
  { ...pages, ...shortcuts, ...indonesian },
  { ...englishPages, ...englishShortcuts, ...english },
)
