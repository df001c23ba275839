import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fontkit from '@pdf-lib/fontkit'
import type { Face } from './display.ts'
import { sfntOf } from './sfnt.ts'

const FILES: { readonly [F in Face]: string } = {
  regular: '@fontsource/commissioner/files/commissioner-latin-400-normal.woff',
  medium: '@fontsource/commissioner/files/commissioner-latin-500-normal.woff',
  semibold: '@fontsource/commissioner/files/commissioner-latin-600-normal.woff',
  serif: '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff',
  'serif-italic': '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff',
}
export const FACES = Object.keys(FILES) as readonly Face[]

type Glyph = { readonly id: number; readonly advanceWidth: number; readonly path: { toSVG(): string } }
type Kit = {
  readonly unitsPerEm: number
  readonly capHeight: number
  hasGlyphForCodePoint(code: number): boolean
  glyphForCodePoint(code: number): Glyph
}

export type Font = {
  readonly bytes: Uint8Array
  /** Height of a capital letter, as a share of the size. */
  readonly capShare: number
  /** Width of a text at size 1. */
  widthOf(text: string): number
  /** Outline of a character as an SVG path in units of `unitsPerEm`, y upwards. */
  outlineOf(character: string): string
  /** At size 1. */
  advanceOf(character: string): number
  readonly unitsPerEm: number
}

const require = createRequire(import.meta.url)

const openFont = (face: Face): Font => {
  const bytes = sfntOf(readFileSync(require.resolve(FILES[face])))
  const kit = fontkit.create(bytes) as unknown as Kit
  const glyphs = new Map<string, Glyph>()
  const outlines = new Map<string, string>()
  const glyphOf = (character: string): Glyph => {
    const known = glyphs.get(character) ?? kit.glyphForCodePoint(character.codePointAt(0)!)
    glyphs.set(character, known)
    return known
  }
  const advanceOf = (character: string) => glyphOf(character).advanceWidth / kit.unitsPerEm
  return {
    bytes,
    unitsPerEm: kit.unitsPerEm,
    capShare: kit.capHeight / kit.unitsPerEm,
    advanceOf,
    widthOf: (text) => Array.from(text).reduce((sum, character) => sum + advanceOf(character), 0),
    outlineOf: (character) => {
      const known = outlines.get(character) ?? glyphOf(character).path.toSVG()
      outlines.set(character, known)
      return known
    },
  }
}

const fonts = new Map<Face, Font>()

/** A face, read when it is first needed. */
export const fontOf = (face: Face): Font => {
  const font = fonts.get(face) ?? openFont(face)
  fonts.set(face, font)
  return font
}

const shown = new Map<string, boolean>()
const isShown = (character: string): boolean => {
  const known = shown.get(character)
  if (known !== undefined) return known
  const kit = fontkit.create(fontOf('regular').bytes) as unknown as Kit
  const found = kit.hasGlyphForCodePoint(character.codePointAt(0)!)
  shown.set(character, found)
  return found
}

const STAND_INS: Readonly<Record<string, string>> = { '→': '-', '≥': '>=', '≤': '<=', '\u202f': '\u00a0', '\t': ' ' }
const MARK = /\p{Mark}/gu

/** What our faces lack is written by its base letter, else by a question mark: nothing is silently left out. */
export const printable = (text: string): string =>
  Array.from(
    text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]/gu, (one) => (one === '\u00a0' ? one : ' ')),
    (character) => {
      if (isShown(character)) return character
      const stand = STAND_INS[character] ?? character.normalize('NFD').replace(MARK, '')
      return stand !== '' && Array.from(stand).every(isShown) ? stand : '?'
    },
  ).join('')

/** Width in pixels, with what is added after each character. */
export const textWidth = (text: string, face: Face, sizePx: number, spacingPx = 0): number =>
  fontOf(face).widthOf(text) * sizePx + Array.from(text).length * spacingPx
