/** A shapefile's table holds so many signs of a column's name. */
const LONGEST = 10

/** Names that fit, each once, in the order given. */
export const shortNames = (names: readonly string[]): ReadonlyMap<string, string> => {
  const taken = new Set<string>()
  const free = (name: string): string => {
    for (let at = 0; ; at += 1) {
      const end = at === 0 ? '' : `${at}`
      const short = name.slice(0, LONGEST - end.length) + end
      if (!taken.has(short.toLowerCase())) return short
    }
  }
  return new Map(
    names.map((name) => {
      const short = free(name)
      taken.add(short.toLowerCase())
      return [name, short]
    }),
  )
}
