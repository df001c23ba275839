import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Words } from '../../data/model/words.ts'
import { codeOf, type Files, nodeFiles } from './files.ts'
import { replaceFile } from './replace_file.ts'
import { type GrowingState, type Kept, keyOf, type RecordKey, type State } from './state.ts'

/** The state after entry `seq`, whose line has this `hash`. It can always be made again from the journal. */
export type Snapshot = {
  readonly seq: number
  readonly time: string
  readonly hash: string
  readonly operations: readonly (readonly [string, number])[]
  readonly removed: readonly (readonly [RecordKey, number])[]
  readonly records: readonly Kept[]
}

export const SNAPSHOT_FILE = 'snapshot.ndjson'
/** 2: records carry the versions that stand behind them. */
const FORMAT = 2
const BLOCK_BYTES = 1 << 18
const CHECKSUM_LENGTH = 64

/** A copy of the lists, not of the records, which never change. */
export const takeSnapshot = (state: State, hash: string): Snapshot => ({
  seq: state.seq,
  time: state.time,
  hash,
  operations: [...state.operations],
  removed: [...state.removed],
  records: [...state.records.values()],
})

export const stateOf = (snapshot: Snapshot): GrowingState => ({
  seq: snapshot.seq,
  time: snapshot.time,
  records: new Map(snapshot.records.map((kept) => [keyOf(kept), kept])),
  removed: new Map(snapshot.removed),
  operations: new Map(snapshot.operations),
})

/** The text in blocks, so that a large register neither stops the server nor fills one string. */
function* blocksOf({ records, ...head }: Snapshot): Generator<string> {
  let block = `${JSON.stringify({ format: FORMAT, ...head })}\n`
  for (const kept of records) {
    block += `${JSON.stringify(kept)}\n`
    if (block.length < BLOCK_BYTES) continue
    yield block
    block = ''
  }
  yield block
}

/** SHA-256 of the text; equal snapshots have equal sums. */
export const checksumOf = (snapshot: Snapshot): string => {
  const sum = createHash('sha256')
  for (const block of blocksOf(snapshot)) sum.update(block)
  return sum.digest('hex')
}

/** The text as it lies on disk: its blocks, and their sum. */
function* bytesOf(snapshot: Snapshot): Generator<Uint8Array> {
  const sum = createHash('sha256')
  for (const block of blocksOf(snapshot)) {
    const bytes = Buffer.from(block)
    sum.update(bytes)
    yield bytes
  }
  yield Buffer.from(`${sum.digest('hex')}\n`)
}

export const writeSnapshot = (folder: string, snapshot: Snapshot, files: Files = nodeFiles): Promise<void> =>
  replaceFile(join(folder, SNAPSHOT_FILE), bytesOf(snapshot), { files })

const DAMAGED: Words = {
  id: 'Snapshot rusak; semua dibaca ulang dari jurnal.',
  en: 'The snapshot is damaged; everything was read again from the journal.',
}

/** Null for one of another format: an upgrade reads the journal once more, and nothing is amiss. */
const parseSnapshot = (bytes: Buffer): Snapshot | Words | null => {
  const end = bytes.length - CHECKSUM_LENGTH - 1
  const sum = bytes.toString('latin1', Math.max(0, end)).trim()
  if (end <= 0 || createHash('sha256').update(bytes.subarray(0, end)).digest('hex') !== sum) return DAMAGED
  const [head = '', ...lines] = bytes.toString('utf8', 0, end).trimEnd().split('\n')
  const { format, ...rest } = JSON.parse(head) as Omit<Snapshot, 'records'> & { readonly format: number }
  return format === FORMAT ? { ...rest, records: lines.map((line) => JSON.parse(line) as Kept) } : null
}

/** The last snapshot, or null with the reason why the journal has to be read whole; no reason when there never was one. */
export const loadSnapshot = async (
  folder: string,
  files: Files = nodeFiles,
): Promise<{ readonly snapshot: Snapshot | null; readonly reason: Words | null }> => {
  try {
    const read = parseSnapshot(await files.load(join(folder, SNAPSHOT_FILE)))
    return read && 'id' in read ? { snapshot: null, reason: read } : { snapshot: read, reason: null }
  } catch (error) {
    return { snapshot: null, reason: codeOf(error) === 'ENOENT' ? null : DAMAGED }
  }
}
