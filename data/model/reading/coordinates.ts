export type Axis = 'lng' | 'lat'

/** Which number is which was said (`named`), follows because no latitude exceeds 90 (`range`), or is only custom: latitude first (`assumed`). */
export type CoordinateOrder = 'named' | 'range' | 'assumed'
export type CoordinateReading = { readonly lng: number; readonly lat: number; readonly order: CoordinateOrder }

/** Degrees on one axis; null where the text does not say which. */
export type Angle = { readonly degrees: number; readonly axis: Axis | null }

type Side = { readonly axis: Axis; readonly sign: 1 | -1 | null }
type Token =
  | { readonly kind: 'number'; readonly text: string; readonly opens: boolean }
  | { readonly kind: 'side'; readonly side: Side }
  | { readonly kind: 'break' }

/** Compass letters in both languages: LU, LS, BT, BB, N, S, E, W and U(tara), T(imur), B(arat); a bare axis has no sign. */
const SIDES: { readonly [name: string]: Side } = {
  LU: { axis: 'lat', sign: 1 },
  LS: { axis: 'lat', sign: -1 },
  BT: { axis: 'lng', sign: 1 },
  BB: { axis: 'lng', sign: -1 },
  N: { axis: 'lat', sign: 1 },
  U: { axis: 'lat', sign: 1 },
  S: { axis: 'lat', sign: -1 },
  E: { axis: 'lng', sign: 1 },
  T: { axis: 'lng', sign: 1 },
  W: { axis: 'lng', sign: -1 },
  B: { axis: 'lng', sign: -1 },
  LAT: { axis: 'lat', sign: null },
  LATITUDE: { axis: 'lat', sign: null },
  LINTANG: { axis: 'lat', sign: null },
  Y: { axis: 'lat', sign: null },
  LON: { axis: 'lng', sign: null },
  LNG: { axis: 'lng', sign: null },
  LONG: { axis: 'lng', sign: null },
  LONGITUDE: { axis: 'lng', sign: null },
  BUJUR: { axis: 'lng', sign: null },
  X: { axis: 'lng', sign: null },
}

/** One spelling for every dash, prime and degree sign, and for compass words written out. */
const plain = (text: string): string =>
  text
    .toUpperCase()
    .replace(/LINTANG\s+UTARA/g, 'LU')
    .replace(/LINTANG\s+SELATAN/g, 'LS')
    .replace(/BUJUR\s+TIMUR/g, 'BT')
    .replace(/BUJUR\s+BARAT/g, 'BB')
    .replace(/[\u2212\u2010-\u2014]/g, '-')
    .replace(/[\u00ba\u02da]/g, '°')
    .replace(/''|[\u2033\u201c\u201d]/g, '"')
    .replace(/[\u2032\u2018\u2019\u00b4`]/g, "'")
    .replace(/^\s*POINT\s*Z?\s*/, '')
    .replace(/[[\]()]/g, ' ')
    .trim()

const TOKEN = /([+-]?\s?\d+(?:[.,]\d+)?)\s*(°|'|"|:)?|([A-Z]+)\s*[:=]?|([;,/|])|(\s+)|(.)/g

/** Null where the text holds anything that is no part of a position. */
const tokensOf = (text: string): readonly Token[] | null => {
  const tokens: Token[] = []
  for (const [, number, mark, word, separator, space] of text.matchAll(TOKEN)) {
    if (number !== undefined) tokens.push({ kind: 'number', text: number.replace(/\s/g, ''), opens: mark === '°' })
    else if (word !== undefined) {
      const side = SIDES[word]
      if (!side) return null
      tokens.push({ kind: 'side', side })
    } else if (separator !== undefined) tokens.push({ kind: 'break' })
    else if (space === undefined) return null
  }
  return tokens
}

const LEAST_PART = 60

/** Degrees, minutes and seconds; only the last may have a fraction, only the first a sign. */
const degreesOf = (parts: readonly string[]): number | null => {
  if (parts.length === 0 || parts.length > 3) return null
  if (parts.slice(0, -1).some((part) => /[.,]/.test(part)) || parts.slice(1).some((part) => /^[+-]/.test(part)))
    return null
  const [degrees = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part.replace(',', '.')))
  if (minutes >= LEAST_PART || seconds >= LEAST_PART) return null
  const size = Math.abs(degrees) + minutes / 60 + seconds / 3600
  return parts[0]?.startsWith('-') ? -size : size
}

const numbersIn = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((token) => (token.kind === 'number' ? [token.text] : []))

/** A side stands before its degrees or behind them: `0x1` is no angle, though X names an axis. */
const isBetween = (tokens: readonly Token[], at: number): boolean =>
  [tokens.slice(0, at), tokens.slice(at)].every((part) => part.some(({ kind }) => kind === 'number'))

/** One angle with the sides said around it; a minus before a named side says the same thing twice. */
const angleOf = (tokens: readonly Token[]): Angle | null => {
  const degrees = degreesOf(numbersIn(tokens))
  const sides = tokens.flatMap((token) => (token.kind === 'side' ? [token.side] : []))
  const axis = sides[0]?.axis ?? null
  const signs = sides.flatMap(({ sign }) => sign ?? [])
  if (degrees === null || sides.some((side) => side.axis !== axis) || signs.length > 1) return null
  if (tokens.some(({ kind }, at) => kind === 'side' && isBetween(tokens, at))) return null
  const sign = signs[0] ?? null
  if (sign === 1 && degrees < 0) return null
  const signed = sign === null ? degrees : sign * Math.abs(degrees)
  if (Math.abs(signed) > (axis === 'lat' ? 90 : 180)) return null
  // Not -0, and no more digits than a centimetre needs.
  return { degrees: Number(signed.toFixed(7)) + 0, axis }
}

type Pair = readonly [readonly Token[], readonly Token[]]

const cutAt = (tokens: readonly Token[], at: number): Pair => [tokens.slice(0, at), tokens.slice(at)]

/** Sides stand before their numbers or after them; where the second angle begins follows from that. */
const cutBySides = (tokens: readonly Token[]): Pair | null => {
  const at = tokens.flatMap((token, index) => (token.kind === 'side' && token.side.sign !== null ? [index] : []))
  const named = at.length === 2 ? at : tokens.flatMap((token, index) => (token.kind === 'side' ? [index] : []))
  const [first, second] = named
  if (named.length !== 2 || first === undefined || second === undefined) return null
  const leads = !tokens.slice(0, first).some(({ kind }) => kind === 'number')
  return cutAt(tokens, leads ? second : first + 1)
}

/** Without any side: at the one separator, at the second degree sign, or in the middle. */
const cutByMarks = (tokens: readonly Token[]): Pair | null => {
  const breaks = tokens.flatMap((token, index) => (token.kind === 'break' ? [index] : []))
  if (breaks.length > 1) return null
  if (breaks[0] !== undefined) return cutAt(tokens, breaks[0])
  const opening = tokens.flatMap((token, index) => (token.kind === 'number' && token.opens ? [index] : []))
  if (opening.length === 2 && opening[1]) return cutAt(tokens, opening[1])
  return tokens.length === 2 || tokens.length === 6 ? cutAt(tokens, tokens.length / 2) : null
}

const ordered = (a: Angle, b: Angle): CoordinateReading | null => {
  const place = (lat: Angle, lng: Angle, order: CoordinateOrder): CoordinateReading | null =>
    Math.abs(lat.degrees) <= 90 && Math.abs(lng.degrees) <= 180 ? { lng: lng.degrees, lat: lat.degrees, order } : null
  if (a.axis && a.axis === b.axis) return null
  if (a.axis === 'lat' || b.axis === 'lng') return place(a, b, 'named')
  if (a.axis === 'lng' || b.axis === 'lat') return place(b, a, 'named')
  if (Math.abs(a.degrees) > 90) return place(b, a, 'range')
  return place(a, b, Math.abs(b.degrees) > 90 ? 'range' : 'assumed')
}

/** `1,5,110` may be cut in two ways; a person would have to say which. */
const isCutTwoWays = (text: string): boolean => /^[+-]?\d+,\d+,[+-]?\d+$/.test(text.replace(/\s*$/, ''))

/**
 * A position written in degrees: decimal (`-0.0695, 111.4951`, `0,07 LS 111,5 BT`) or with minutes and seconds
 * (`0°04'10,2" LS 111°29'42" BT`). Null when it cannot be read, or could be read in two ways.
 */
export const parseCoordinates = (text: string): CoordinateReading | null => {
  const given = plain(text)
  const tokens = isCutTwoWays(given) ? null : tokensOf(given)
  if (!tokens || tokens.length === 0) return null
  const hasSides = tokens.some(({ kind }) => kind === 'side')
  const pair = hasSides ? cutBySides(tokens) : cutByMarks(tokens)
  const [a, b] = pair?.map(angleOf) ?? []
  return a && b ? ordered(a, b) : null
}

/** One angle, as a column of latitudes or longitudes holds it; null when it cannot be read. */
export const parseAngle = (text: string): Angle | null => {
  const tokens = tokensOf(plain(text))
  return tokens && tokens.length > 0 && !tokens.some(({ kind }) => kind === 'break') ? angleOf(tokens) : null
}
