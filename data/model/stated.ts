/** A sum of what is stated, with how many of all state it. */
export type Stated = { readonly total: number; readonly known: number; readonly of: number }

export const statedIn = <T>(items: readonly T[], read: (item: T) => number | undefined): Stated => {
  const stated = items.flatMap((item) => read(item) ?? [])
  return { total: stated.reduce((sum, value) => sum + value, 0), known: stated.length, of: items.length }
}
