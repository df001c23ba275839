import medium from '@fontsource/commissioner/files/commissioner-latin-500-normal.woff2?url'
import semibold from '@fontsource/commissioner/files/commissioner-latin-600-normal.woff2?url'
import water from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?url'
import type { Assets } from '../../styles/style.ts'

const absolute = (url: string): string => new URL(url, location.href).href

/** Tiles and fonts of this very origin; nothing is fetched from anywhere else. */
export const ASSETS: Assets = {
  origin: location.origin,
  fonts: { medium: absolute(medium), semibold: absolute(semibold), water: absolute(water) },
}
