import { createHash } from 'node:crypto'
import type { WrittenDraft } from './draft.ts'
import type { Entry } from './entry.ts'
import { JOURNAL_SCHEMA } from './entry.ts'
import { JournalError, JournalForeign } from './errors.ts'

/** What the first line is chained to. */
export const GENESIS = '0'.repeat(64)

export const HASH_LENGTH = GENESIS.length
const BODY_AT = HASH_LENGTH + 1
const SPACE = 0x20
const CLOSING = Buffer.from(']}\n')

const hashOf = (previous: string, body: string | Uint8Array): string =>
  createHash('sha256').update(previous).update(body).digest('hex')

/**
 * `<sha256 of previous hash + body> <body>\n`. Beside the entry the body tells how far the journal was known to be on
 * disk when the line was written: a later line proves which earlier ones had been acknowledged.
 */
export const formatLine = (
  previous: string,
  place: { readonly seq: number; readonly time: string; readonly durable: number },
  { head, pieces, changes }: WrittenDraft,
): { readonly bytes: Buffer; readonly hash: string; readonly entry: Entry } => {
  const { seq, durable, time } = place
  const { actor, organisation, operation } = head
  const opening = JSON.stringify({ seq, durable, time, schema: JOURNAL_SCHEMA, actor, organisation, operation })
  const begin = Buffer.from(`${GENESIS} ${opening.slice(0, -1)},"changes":[`)
  const bytes = Buffer.concat([begin, ...pieces, CLOSING])
  const hash = hashOf(previous, bytes.subarray(BODY_AT, -1))
  bytes.write(hash, 'latin1')
  return { bytes, hash, entry: { ...entryIn(opening), changes } }
}

/** The hash of a line (without its newline), or null when the line does not follow `previous`. */
export const findHash = (previous: string, line: Buffer): string | null => {
  if (line.length <= BODY_AT || line[HASH_LENGTH] !== SPACE) return null
  const hash = line.toString('latin1', 0, HASH_LENGTH)
  return hash === hashOf(previous, line.subarray(BODY_AT)) ? hash : null
}

/** The hash at the beginning of a line that was checked before. */
export const hashAtStart = (bytes: Buffer): string => bytes.toString('latin1', 0, HASH_LENGTH)

const entryIn = (body: string): Entry => {
  const { durable: _, ...entry } = JSON.parse(body) as Entry & { durable: number }
  return entry
}

/** Reads a line whose hash was checked. */
export const readEntry = (line: Buffer): Entry => {
  const entry = entryIn(line.toString('utf8', BODY_AT))
  const { seq, schema } = entry
  if (schema !== JOURNAL_SCHEMA)
    throw new JournalError({
      id: `Entri ${seq} ditulis dengan skema ${schema}; versi ini membaca skema ${JOURNAL_SCHEMA}. Pasang versi yang lebih baru.`,
      en: `Entry ${seq} was written in schema ${schema}; this version reads schema ${JOURNAL_SCHEMA}. Install a newer one.`,
    })
  return entry
}

/** Lines with their newlines, as entries that follow `head`; throws JournalForeign at the first that does not. */
export const readNext = (
  head: { readonly seq: number; readonly hash: string },
  lines: readonly Buffer[],
): { readonly bytes: Buffer; readonly hash: string; readonly entry: Entry }[] => {
  let previous = head.hash
  return lines.map((bytes, at) => {
    const line = bytes.subarray(0, -1)
    const seq = head.seq + at + 1
    const hash = findHash(previous, line)
    if (hash === null) throw new JournalForeign(seq)
    const entry = readEntry(line)
    if (entry.seq !== seq) throw new JournalForeign(seq)
    previous = hash
    return { bytes, hash, entry }
  })
}

/** The longest beginning of a line that `findLatestProof` has to see whole. */
export const PROOF_LENGTH = 160

/** Quotes inside a record's text are escaped, so nothing that people enter can look like this. */
const PROOF = /[0-9a-f]{64} \{"seq":\d{1,15},"durable":(\d{1,15}),/g

/** How far the lines beginning in these bytes, whole or not, say that the journal was on disk; 0 when none says. */
export const findLatestProof = (bytes: Buffer): number =>
  Math.max(0, ...[...bytes.toString('latin1').matchAll(PROOF)].map((match) => Number(match[1])))
