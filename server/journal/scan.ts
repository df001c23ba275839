import type { OpenFile } from './files.ts'
import { findHash, findLatestProof, GENESIS, PROOF_LENGTH } from './line.ts'
import { createLineCutter } from './line_cutter.ts'

const CHUNK_BYTES = 1 << 20

/** A line without its newline. `whole` is false for bytes after the last newline. */
type Piece = { readonly line: Buffer; readonly end: number; readonly whole: boolean }

export async function* readLines(file: Pick<OpenFile, 'read'>, from: number, to: number): AsyncGenerator<Piece> {
  const cutter = createLineCutter()
  let end = from
  for (let position = from; position < to; ) {
    const chunk = await file.read(position, Math.min(CHUNK_BYTES, to - position))
    if (chunk.length === 0) break
    for (const line of cutter.cut(chunk)) {
      end += line.length + 1
      yield { line, end, whole: true }
    }
    position += chunk.length
  }
  const rest = cutter.rest()
  if (rest) yield { line: rest, end: to, whole: false }
}

/** Where the chain breaks. `acknowledged`: a later line proves that this one had been on disk. */
export type Break = { readonly offset: number; readonly seq: number; readonly acknowledged: boolean }

/** The proven prefix: its last entry, its length in bytes, and what follows it. */
export type Scan = { readonly seq: number; readonly hash: string; readonly end: number; readonly broken: Break | null }

const latestProofAfter = async (file: OpenFile, from: number, size: number): Promise<number> => {
  let latest = 0
  for (let position = from; position < size; position += CHUNK_BYTES)
    latest = Math.max(latest, findLatestProof(await file.read(position, CHUNK_BYTES + PROOF_LENGTH)))
  return latest
}

/** Follows the chain from the first line; `onLine` hears of every proven line, in order. Changes nothing. */
export const scanJournal = async (
  file: OpenFile,
  onLine: (proven: { seq: number; hash: string; end: number; line: Buffer }) => void,
): Promise<Scan> => {
  const size = await file.size()
  let [seq, hash, end] = [0, GENESIS, 0]
  for await (const piece of readLines(file, 0, size)) {
    const next = piece.whole ? findHash(hash, piece.line) : null
    if (next === null) {
      const acknowledged = (await latestProofAfter(file, end, size)) > seq
      return { seq, hash, end, broken: { offset: end, seq: seq + 1, acknowledged } }
    }
    seq += 1
    hash = next
    end = piece.end
    onLine({ seq, hash, end, line: piece.line })
  }
  return { seq, hash, end, broken: null }
}
