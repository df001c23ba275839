/** A dictionary of words, or of lists of words: each gets a small whole number that stays. */
export type Interned<T> = {
  numberOf(value: T): number
  /** -1 where the word is not known. */
  find(value: T): number
  at(number: number): T
  readonly all: readonly T[]
}

const createInterned = <T>(keyOf: (value: T) => string, given: readonly T[]): Interned<T> => {
  const all: T[] = []
  const numbers = new Map<string, number>()
  const numberOf = (value: T): number => {
    const key = keyOf(value)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, all.length)
    all.push(value)
    return all.length - 1
  }
  for (const value of given) numberOf(value)
  return { numberOf, find: (value) => numbers.get(keyOf(value)) ?? -1, at: (number) => all[number]!, all }
}

export const createWords = (given: readonly string[] = []): Interned<string> => createInterned((word) => word, given)

/** A register has few different lists of themes or of implementers, however many records it has. */
export const createLists = (given: readonly (readonly number[])[] = []): Interned<readonly number[]> =>
  createInterned((list) => list.join(' '), given)
