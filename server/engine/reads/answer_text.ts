/** Features, a comma behind each, put together from pieces of a text; pieces that follow each other are one. */
export const createAnswerText = (source: () => Uint8Array) => {
  const settled: Buffer[] = []
  let bounds: number[] = []
  let last = -1
  let length = 0

  const copyPieces = (into: Buffer, at: number): void => {
    const text = source()
    let end = at
    for (let index = 0; index < bounds.length; index += 2) {
      const from = bounds[index]!
      const to = bounds[index + 1]!
      into.set(text.subarray(from, to), end)
      end += to - from
    }
  }

  return {
    add(from: number, to: number): void {
      if (from === last) bounds[bounds.length - 1] = to
      else bounds.push(from, to)
      last = to
      length += to - from
    },
    /** Copies the pieces so far; then the text may change. */
    settle(): void {
      const pieces = Buffer.allocUnsafeSlow(length)
      copyPieces(pieces, 0)
      settled.push(pieces)
      bounds = []
      last = -1
      length = 0
    },
    /** The features between a head and a tail, which takes the place of the last comma. */
    between(head: Buffer, tail: Buffer): Buffer {
      const before = [head, ...settled]
      const start = before.reduce((sum, part) => sum + part.length, 0)
      const commas = start + length > head.length ? 1 : 0
      const answer = Buffer.allocUnsafeSlow(start + length - commas + tail.length)
      let at = 0
      for (const part of before) at += part.copy(answer, at)
      copyPieces(answer, at)
      tail.copy(answer, answer.length - tail.length)
      return answer
    },
  }
}
