import { createHash } from 'node:crypto'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)).join('')
const PUNCTUATION = '\u00a0·–—‘’“”…'
/** The marks that our texts, figures, degrees and names use beyond ASCII; titles in the serif need none but punctuation. */
const CHARACTERS = `${ASCII}${PUNCTUATION}°×²±§©•′″−→←éèêëíóúüñçÉ`
const TITLE_CHARACTERS = `${ASCII}${PUNCTUATION}°²é`

/** Belongs into the names of the font files: their hash is of the whole font, and browsers keep a name for a year. */
export const CHARACTERS_TAG = createHash('sha256')
  .update(CHARACTERS + TITLE_CHARACTERS)
  .digest('hex')
  .slice(0, 8)

/** Keeps of each built font only the characters we write; the browser draws any other from the system's fonts. */
export const lightenFonts = (): Plugin => ({
  name: 'lighten-fonts',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const asset of Object.values(bundle))
      if (asset.type === 'asset' && asset.fileName.endsWith('.woff2')) {
        const characters = asset.fileName.includes('serif') ? TITLE_CHARACTERS : CHARACTERS
        asset.source = await subsetFont(Buffer.from(asset.source), characters, { targetFormat: 'woff2' })
      }
  },
})
