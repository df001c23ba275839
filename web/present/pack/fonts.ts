import medium from '@fontsource/commissioner/files/commissioner-latin-500-normal.woff2?inline'
import semibold from '@fontsource/commissioner/files/commissioner-latin-600-normal.woff2?inline'
import water from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?inline'
import type { Assets } from '../../../styles/style.ts'
import { PACK_ORIGIN } from './tiles.ts'

/** Tiles and fonts of the very file; takes the place of `map/fonts.ts` in the offline pack. */
export const ASSETS: Assets = { origin: PACK_ORIGIN, fonts: { medium, semibold, water } }
