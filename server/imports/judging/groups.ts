import { createHash } from 'node:crypto'
import type { RowFinding, RowRemedy } from '../../../data/model/importing.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Answers } from './plan.ts'
import type { Judged } from './row.ts'
import { say } from './settle.ts'

/** What is remembered of a judged row, to see which rows are of one activity. */
export type Brief = {
  readonly row: number
  readonly state: Judged['state']
  readonly externalId: string | null
  /** The same for rows that differ in their place alone; null where the row is no activity yet. */
  readonly same: string | null
  readonly place: string
  readonly acceptsDouble: boolean
  readonly updates: boolean
}

/** What a row is beside the others. */
export type Standing = { readonly joins: number | null; readonly findings: readonly RowFinding[] }

const ALONE: Standing = { joins: null, findings: [] }

const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)

export const briefOf = (
  row: number,
  { activity, state, updates }: Judged,
  externalId: string | null,
  accepts: ReadonlySet<string>,
): Brief => {
  const { sites = [], ...rest } = activity ?? {}
  return {
    row,
    state,
    externalId,
    same: activity && digest(rest),
    place: digest(sites),
    acceptsDouble: accepts.has('duplicate'),
    updates: updates !== null,
  }
}

const differing = (head: number): Words => ({
  id: `Nomor kegiatan ini sudah dipakai baris ${head} dengan isi lain. Samakan isinya, atau beri nomor lain.`,
  en: `This activity number is used by row ${head} with other content. Make them the same, or give another number.`,
})
const doubled = (head: number): Words => ({
  id: `Baris ini sama persis dengan baris ${head}. Biarkan salah satu untuk nanti, atau nyatakan memang dua kegiatan.`,
  en: `This row is the same as row ${head}. Leave one of them for later, or say that they are two activities.`,
})
const REPEATED: Words = {
  id: 'Baris ini sama dengan baris lain kecuali tempatnya. Jawab pertanyaan di atas: satu kegiatan, atau sendiri-sendiri?',
  en: 'This row differs from another in its place alone. Answer the question above: one activity, or several?',
}
const waitingFor = (row: number): Words => ({
  id: `Menunggu baris ${row} dari kegiatan yang sama.`,
  en: `Waiting for row ${row} of the same activity.`,
})

const TWO: RowRemedy = {
  words: { id: 'Memang dua kegiatan', en: 'They are two activities' },
  given: { '@accepts': 'duplicate' },
}

type Group = { readonly head: Brief; readonly members: Brief[] }

/** Rows of one number, and, where that was answered, rows that differ in their place alone. */
const gather = (briefs: readonly Brief[], { repeated }: Pick<Answers, 'repeated'>): ReadonlyMap<string, Group> => {
  const groups = new Map<string, Group>()
  for (const brief of briefs) {
    const key = brief.externalId ? `# ${brief.externalId}` : repeated === 'one' && brief.same ? `= ${brief.same}` : null
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.members.push(brief)
    else groups.set(key, { head: brief, members: [brief] })
  }
  return groups
}

const MOST_PLACES = 500
const TOO_MANY: Words = {
  id: `Satu kegiatan paling banyak punya ${MOST_PLACES} tempat. Bagi menjadi beberapa nomor kegiatan.`,
  en: `One activity has at most ${MOST_PLACES} places. Divide it under several activity numbers.`,
}

const standGroup = ({ head, members }: Group, standings: Map<number, Standing>): void => {
  if (members.length < 2) return
  const differ = (one: Brief): boolean => one.same !== null && head.same !== null && one.same !== head.same
  const holder = members.find((one) => one.state !== 'good' || differ(one))
  for (const one of members) {
    const joins = one === head ? null : head.row
    const findings =
      members.length > MOST_PLACES
        ? [say('error', 'sites', 'too_many', TOO_MANY)]
        : differ(one)
          ? [say('error', 'externalId', 'differs', differing(head.row))]
          : holder && holder !== one && one.state === 'good'
            ? [say('question', 'externalId', 'waiting', waitingFor(holder.row))]
            : []
    standings.set(one.row, { joins, findings })
  }
}

/** Rows without a number: what stands twice, and what differs in its place alone. Returns how many hang on the answer. */
const standRepeated = (
  briefs: readonly Brief[],
  answers: Pick<Answers, 'repeated'>,
  standings: Map<number, Standing>,
): number => {
  const first = new Map<string, Map<string, Brief>>()
  let repeated = 0
  for (const brief of briefs) {
    if (brief.externalId || brief.same === null) continue
    const places = first.get(brief.same) ?? new Map<string, Brief>()
    first.set(brief.same, places)
    const twin = places.get(brief.place)
    if (!twin) places.set(brief.place, brief)
    else if (answers.repeated !== 'one' && !brief.acceptsDouble)
      standings.set(brief.row, {
        joins: null,
        findings: [say('question', 'title', 'duplicate', doubled(twin.row), null, [TWO])],
      })
  }
  for (const places of first.values()) {
    if (places.size < 2) continue
    repeated += places.size
    if (answers.repeated === null)
      for (const { row } of places.values())
        standings.set(row, { joins: null, findings: [say('question', 'sites', 'repeated', REPEATED)] })
  }
  return repeated
}

/** How rows stand to each other; all that are still open, in the order of the file. */
export const standRows = (briefs: readonly Brief[], answers: Pick<Answers, 'repeated'>) => {
  const standings = new Map<number, Standing>()
  for (const group of gather(briefs, answers).values()) standGroup(group, standings)
  const repeated = standRepeated(briefs, answers, standings)
  return { of: (row: number): Standing => standings.get(row) ?? ALONE, repeated }
}

/** The state of a row as its own findings and its neighbours leave it. */
export const stateBeside = (state: Judged['state'], { findings }: Standing): Judged['state'] => {
  if (state === 'faulty' || findings.some(({ severity }) => severity === 'error')) return 'faulty'
  return state === 'asked' || findings.length > 0 ? 'asked' : 'good'
}
