const NEWLINE = 0x0a

/** Cuts bytes that come in pieces into lines, without their newlines; what has none yet is kept for the next piece. */
export const createLineCutter = () => {
  let parts: Buffer[] = []
  return {
    cut(chunk: Buffer): readonly Buffer[] {
      const lines: Buffer[] = []
      let begin = 0
      for (let stop = chunk.indexOf(NEWLINE); stop >= 0; stop = chunk.indexOf(NEWLINE, begin)) {
        const piece = chunk.subarray(begin, stop)
        lines.push(parts.length > 0 ? Buffer.concat([...parts, piece]) : piece)
        parts = []
        begin = stop + 1
      }
      if (begin < chunk.length) parts.push(chunk.subarray(begin))
      return lines
    },
    /** Null where the last piece ended with a line. */
    rest: (): Buffer | null => (parts.length > 0 ? Buffer.concat(parts) : null),
  }
}
