import { describe, expect, test } from 'vitest'
import type { Meaning } from '../data/layers/layer.ts'
import { VERDICT_KINDS } from '../data/model/verdict.ts'
import { type Colour, channelsOf, PALETTES } from '../styles/palette.ts'
import { findPattern, PATTERNED, PATTERNS, patternSvg, patternTile, TILE_CSS_PX } from '../styles/patterns.ts'

type Triple = readonly [number, number, number]

const linear = (colour: Colour): Triple => {
  const [r, g, b] = channelsOf(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return [r, g, b]
}

/** WCAG 2.2 contrast ratio, 1-21. */
const contrast = (a: Colour, b: Colour): number => {
  const luminance = (colour: Colour) => {
    const [r, g, b] = linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB. */
const VISION: { readonly [name: string]: readonly [Triple, Triple, Triple] } = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const seenAs = (colour: Colour, vision: string): Triple => {
  const rgb = linear(colour)
  const row = (weights: Triple) =>
    Math.min(
      1,
      Math.max(
        0,
        weights.reduce((sum, w, i) => sum + w * rgb[i as 0], 0),
      ),
    )
  const [r, g, b] = VISION[vision]!
  return [row(r), row(g), row(b)]
}

const oklab = ([r, g, b]: Triple): Triple => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

const distance = (a: Colour, b: Colour, vision: string): number => {
  const [p, q] = [oklab(seenAs(a, vision)), oklab(seenAs(b, vision))]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

const PAIRS = VERDICT_KINDS.flatMap((a, i) => VERDICT_KINDS.slice(i + 1).map((b) => [a, b] as const))

describe.each(Object.values(PALETTES))('the $name palette', ({ name, meanings, marks, ground }) => {
  test('words are readable on every ground they stand on', () => {
    const pairs: [Colour, Colour][] = [
      ...(['ink', 'ink2', 'ink3', 'accent', 'gaptext', 'waterlabel'] as const).flatMap((text): [Colour, Colour][] => [
        [ground[text], ground.panel],
        [ground[text], ground.panel2],
      ]),
      [ground.onaccent, ground.accent],
      [ground.label, ground.halo],
      [ground.contextLabel, ground.landDimmed],
      [ground.waterlabel, ground.sea],
      [ground.waterlabel, ground.seaShore],
    ]
    for (const [text, behind] of pairs)
      expect(contrast(text, behind), `${text} on ${behind}`).toBeGreaterThanOrEqual(4.5)
  })

  test('lines and points that carry a meaning stand out from land and sea', () => {
    const drawn: Meaning[] = ['activity', 'target', 'zone', 'authority', 'agreement', 'boundary', 'island', 'river']
    for (const meaning of drawn)
      for (const behind of [ground.land, ground.landDimmed, ground.sea])
        expect(contrast(meanings[meaning], behind), `${meaning} on ${behind}`).toBeGreaterThanOrEqual(
          meaning === 'river' && behind === ground.sea ? 1 : 3,
        )
  })

  test('need, overlap and silence are told by a pattern of their own, whose mark contrasts 3 to 1 with its ground', () => {
    expect(new Set(Object.values(PATTERNS)).size).toBe(PATTERNED.length)
    for (const kind of PATTERNED) expect(contrast(marks[kind], meanings[kind]), kind).toBeGreaterThanOrEqual(3)
  })

  test('coordinated contrasts 3 to 1 with every other plain verdict', () => {
    for (const kind of VERDICT_KINDS)
      if (kind !== 'coordinated' && !findPattern(kind))
        expect(contrast(meanings.coordinated, meanings[kind]), kind).toBeGreaterThanOrEqual(3)
  })

  test.each(Object.keys(VISION))('no two verdicts look alike to %s vision', (vision) => {
    for (const [a, b] of PAIRS) {
      // 0.02 is about the smallest difference seen side by side; a pattern lets a pair come closer, never meet.
      const least = findPattern(a) === findPattern(b) ? 0.09 : 0.06
      expect(distance(meanings[a], meanings[b], vision), `${name}: ${a} and ${b}`).toBeGreaterThanOrEqual(least)
    }
  })
})

describe('patterns', () => {
  test.each(PATTERNED)('the %s tile is its own continuation, so that no seam shows', (kind) => {
    const { width, data } = patternTile(kind, PALETTES.light, 1.2)
    const repeats = { gap: 6, partial: 10, overlap: 6, unreported: 6 }[kind]
    const period = width / repeats
    const share = (x: number, y: number) => data[((y % width) * width + (x % width)) * 4 + 3]!
    if (Number.isInteger(period))
      for (let x = 0; x < width; x += 5)
        for (let y = 0; y < width; y += 7) expect(share(x + period, y)).toBe(share(x, y))
    const edge = Array.from({ length: width }, (_, i) => Math.abs(share(0, i) - share(width - 1, i)))
    const middle = Array.from({ length: width }, (_, i) => Math.abs(share(40, i) - share(39, i)))
    expect(Math.max(...edge)).toBeLessThanOrEqual(Math.max(...middle, 128))
  })

  test('an enlarged map pattern carries more periods, so the hatch keeps its size on the screen', () => {
    const strokes = (enlargement: number) => {
      const { width, data } = patternTile('partial', PALETTES.light, enlargement)
      const column = Array.from({ length: width }, (_, y) => data[y * width * 4 + 3]! > 127)
      return column.filter((dark, y) => dark && !column[(y + width - 1) % width]).length
    }
    expect(strokes(1)).toBe(8)
    expect(strokes(2)).toBe(16)
  })

  test('a swatch repeats at the period of the map tile and in its colours', () => {
    const svg = decodeURIComponent(patternSvg('partial', PALETTES.light))
    expect(svg).toContain(`width="${TILE_CSS_PX / 8}"`)
    expect(svg).toContain(PALETTES.light.meanings.partial)
    expect(svg).toContain(PALETTES.light.marks.partial)
    expect(decodeURIComponent(patternSvg('met', PALETTES.light))).not.toContain('circle')
  })
})
