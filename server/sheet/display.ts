import type { Colour } from '../../styles/palette.ts'
import type { Strokes } from '../../styles/strokes.ts'

/** Flat x, y, x, y … in CSS pixels, y downwards. A ring does not repeat its first position. */
export type Path = Float64Array

export type Face = 'regular' | 'medium' | 'semibold' | 'serif' | 'serif-italic'

export type Stroke = {
  readonly colour: Colour
  readonly widthPx: number
  readonly opacity: number
  /** In pixels: drawn, left out, drawn … */
  readonly dash?: readonly number[]
  readonly cap: 'butt' | 'round'
  readonly join: 'miter' | 'round'
}

/** One line of text; `x`, `y` is where its baseline begins, before it is turned by `degrees` (clockwise) about that point. */
export type TextItem = {
  readonly kind: 'text'
  readonly text: string
  readonly x: number
  readonly y: number
  readonly sizePx: number
  readonly face: Face
  readonly colour: Colour
  readonly opacity: number
  readonly degrees?: number
  /** Added after each character. */
  readonly spacingPx?: number
  readonly halo?: { readonly colour: Colour; readonly widthPx: number }
}

/** What a drawing is made of, from the lowest to the topmost; each writer knows these and nothing else. */
export type Item =
  /** Outer rings one way round and holes the other: what several cover is filled once. */
  | { readonly kind: 'fill'; readonly rings: readonly Path[]; readonly colour: Colour; readonly opacity: number }
  | { readonly kind: 'stroke'; readonly paths: readonly Path[]; readonly closed: boolean; readonly stroke: Stroke }
  | {
      readonly kind: 'hatch'
      readonly rings: readonly Path[]
      readonly strokes: readonly Strokes[]
      readonly colour: Colour
      readonly opacity: number
    }
  | {
      readonly kind: 'disc'
      readonly x: number
      readonly y: number
      readonly radiusPx: number
      readonly colour: Colour | null
      readonly ring: Colour | null
      readonly ringPx: number
      readonly opacity: number
    }
  | TextItem
  /** A PNG or JPEG, as large as it is told. */
  | {
      readonly kind: 'image'
      readonly bytes: Uint8Array
      readonly type: 'image/png' | 'image/jpeg'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
    }
  /** Its items lie at (`x`, `y`), and are seen as far as the box reaches. */
  | {
      readonly kind: 'frame'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly items: readonly Item[]
    }

/** A page in pixels, of which 96 are an inch, or `enlargement` inches where the paper is large and read from farther away. */
export type Page = {
  readonly width: number
  readonly height: number
  readonly enlargement?: number
  readonly items: readonly Item[]
}

/** Corners of a box as a ring. */
export const boxRing = (x: number, y: number, width: number, height: number): Path =>
  Float64Array.of(x, y, x + width, y, x + width, y + height, x, y + height)
