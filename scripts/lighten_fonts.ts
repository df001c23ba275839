import { createHash } from 'node:crypto'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/** Printable ASCII, and the marks that our texts, figures, degrees and names use beyond it. */
const CHARACTERS = `${Array.from({ length: 95 }, (_, at) => String.fromCodePoint(32 + at)).join('')}\u00a0°·×²±§©–—‘’“”•…′″−→←éèêëíóúüñçÉ`

/** Belongs into the names of the font files: their hash is of the whole font, and browsers keep a name for a year. */
export const CHARACTERS_TAG = createHash('sha256').update(CHARACTERS).digest('hex').slice(0, 8)

/** Keeps of each built font only the characters we write; the browser draws any other from the system's fonts. */
export const lightenFonts = (): Plugin => ({
  name: 'lighten-fonts',
  apply: 'build',
  async generateBundle(_, bundle) {
    for (const asset of Object.values(bundle))
      if (asset.type === 'asset' && asset.fileName.endsWith('.woff2'))
        asset.source = await subsetFont(Buffer.from(asset.source), CHARACTERS, { targetFormat: 'woff2' })
  },
})
