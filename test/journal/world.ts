import type { Organisation } from '../../data/model/organisation.ts'
import type { Change, Draft, Entry, Journal } from '../../server/journal/entry.ts'

export const organisation = (id: string, name = `Mitra ${id}`): Organisation => ({
  id,
  name,
  kind: 'ngo',
  urusan: [],
  themes: ['stunting'],
  origin: 'entered',
  source: { text: 'uji' },
  enteredBy: 'sekber',
  confirmed: '2026-03-01',
  verification: 'verified',
  visibility: 'public',
})

export const enter = (id: string, revision = 1, name?: string): Change => ({
  kind: 'organisation',
  id,
  revision,
  record: organisation(id, name),
})
export const remove = (id: string, revision: number): Change => ({ kind: 'organisation', id, revision, record: null })

export const draft = (operation: string, ...changes: Change[]): Draft => ({
  actor: 'u-1',
  organisation: 'opd-bappeda',
  operation,
  changes,
})

export const entriesOf = async (journal: Journal, afterSeq?: number): Promise<Entry[]> => {
  const entries: Entry[] = []
  for await (const entry of journal.replay(afterSeq)) entries.push(entry)
  return entries
}

/** Numbers in 0..1 that are the same in every run (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
