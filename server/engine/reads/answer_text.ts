/** Features, a comma behind each, put together from pieces of a room of texts; pieces that follow each other are one. */
export const createAnswerText = (pieceOf: (from: number, to: number) => Uint8Array) => {
  const settled: Uint8Array[] = []
  let bounds: number[] = []
  let last = -1
  let first = Infinity
  let length = 0

  const copyPieces = (into: Uint8Array, at: number): void => {
    let end = at
    for (let index = 0; index < bounds.length; index += 2) {
      const from = bounds[index]!
      const to = bounds[index + 1]!
      into.set(pieceOf(from, to), end)
      end += to - from
    }
  }
  const settle = (): void => {
    const pieces = Buffer.allocUnsafeSlow(length)
    copyPieces(pieces, 0)
    settled.push(pieces)
    bounds = []
    last = -1
    first = Infinity
    length = 0
  }

  return {
    add(from: number, to: number): void {
      if (from === last) bounds[bounds.length - 1] = to
      else bounds.push(from, to)
      last = to
      if (from < first) first = from
      length += to - from
    },
    /** A feature that is in no room. */
    addLoose(text: Uint8Array): void {
      settle()
      settled.push(Buffer.from(text))
    },
    /** The first place that the pieces need. */
    first: (): number => first,
    /** Copies the pieces so far; then their places may be taken. */
    settle,
    /** The features between a head and a tail, which takes the place of the last comma. */
    between(head: Buffer, tail: Buffer): Buffer {
      const before = [head, ...settled]
      const start = before.reduce((sum, part) => sum + part.length, 0)
      const commas = start + length > head.length ? 1 : 0
      const answer = Buffer.allocUnsafeSlow(start + length - commas + tail.length)
      let at = 0
      for (const part of before) {
        answer.set(part, at)
        at += part.length
      }
      copyPieces(answer, at)
      answer.set(tail, answer.length - tail.length)
      return answer
    },
  }
}
