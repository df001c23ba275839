import { about as englishAbout } from '../text/en/about.ts'
import { multiples as english } from '../text/en/multiples.ts'
import { about } from '../text/id/about.ts'
import { multiples as indonesian } from '../text/id/multiples.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the small maps, with the one that dates all answers. */
export const MultiplesTexts = moreTexts({ ...about, ...indonesian }, { ...englishAbout, ...english })
