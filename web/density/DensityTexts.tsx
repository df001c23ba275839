import { about as englishAbout } from '../text/en/about.ts'
import { density as english } from '../text/en/density.ts'
import { about } from '../text/id/about.ts'
import { density as indonesian } from '../text/id/density.ts'
import { moreTexts } from '../text/moreTexts.tsx'

/** Adds the sentences of the density of activities, with the one that dates all answers. */
export const DensityTexts = moreTexts({ ...about, ...indonesian }, { ...englishAbout, ...english })
