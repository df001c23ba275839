export type Side = 'mine' | 'theirs'
export type Chosen = { readonly [key: string]: Side }
export type Named = { readonly [name: string]: unknown }

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Each field from the side that changed it; where both did and differ, `clash` is told and says which side stands. */
export const mergeFields = <F extends string>(
  names: readonly F[],
  [before, mine, theirs]: readonly [Named, Named, Named],
  clash: (name: F) => Side,
): Named => {
  const pick = (name: F): unknown => {
    if (same(mine[name], before[name])) return theirs[name]
    if (same(theirs[name], before[name]) || same(mine[name], theirs[name])) return mine[name]
    return clash(name) === 'theirs' ? theirs[name] : mine[name]
  }
  return Object.fromEntries(names.map((name) => [name, pick(name)]).filter(([, value]) => value !== undefined))
}
