/** Edits (insert, delete, change, swap of neighbours) that turn one text into the other. */
export const editsBetween = (from: string, to: string): number => {
  let before: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const change = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      const swap =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? before[j - 2]! + 1 : Infinity
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, change, swap))
    }
    before = row
    row = next
  }
  return row[to.length]!
}

/** Words a person may have meant: few edits away, or with what was typed inside; nearest first. */
export const nearMatches = (text: string, words: readonly string[], most = 3): readonly string[] => {
  const typed = text.toLowerCase().slice(0, 80)
  return words
    .map((word) => {
      const inside = typed.length > 2 && (word.includes(typed) || typed.includes(word))
      return { word, edits: inside ? 1 : editsBetween(typed, word.toLowerCase()) }
    })
    .filter(({ word, edits }) => edits <= Math.max(2, Math.floor(word.length / 3)))
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ word }) => word)
}
