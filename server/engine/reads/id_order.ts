const MOST = 2048
const CHARACTERS = 6
/** So many ASCII characters and a place below `MOST` are a whole number that a double holds: 6 x 7 + 11 bits. */
const ASCII = 128

const keys = new Float64Array(MOST)

/** Up to where all begin alike. */
const alikeUpTo = (ids: readonly string[]): number => {
  const first = ids[0]!
  let alike = first.length
  for (let place = 1; place < ids.length; place += 1) {
    const id = ids[place]!
    let at = 0
    while (at < alike && id.charCodeAt(at) === first.charCodeAt(at)) at += 1
    alike = at
  }
  return alike
}

/** Characters from `from` on as a number that orders them; -1 where one is not ASCII. */
const keyOf = (id: string, from: number): number => {
  let key = 0
  for (let at = from; at < from + CHARACTERS; at += 1) {
    const code = at < id.length ? id.charCodeAt(at) : 0
    if (code >= ASCII) return -1
    key = key * ASCII + code
  }
  return key
}

/** Places by their keys, or null where the keys do not tell two apart. */
const byKeys = (ids: readonly string[]): string[] | null => {
  const from = alikeUpTo(ids)
  for (let place = 0; place < ids.length; place += 1) {
    const key = keyOf(ids[place]!, from)
    if (key < 0) return null
    keys[place] = key * MOST + place
  }
  const sorted = keys.subarray(0, ids.length).sort()
  const order = new Array<string>(ids.length)
  let before = -1
  for (let rank = 0; rank < sorted.length; rank += 1) {
    const key = Math.floor(sorted[rank]! / MOST)
    if (key === before) return null
    order[rank] = ids[sorted[rank]! - key * MOST]!
    before = key
  }
  return order
}

/**
 * Ids by their characters, as `sort` has them. Many of one answer begin alike and differ soon after: their next characters
 * as numbers are sorted several times faster than the words.
 */
export const inOrder = (ids: string[]): string[] =>
  (ids.length > 2 && ids.length <= MOST ? byKeys(ids) : null) ?? ids.sort()
