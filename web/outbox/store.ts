import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { ActivityStatus } from '../../data/model/activity.ts'
import type { Kind } from '../../data/model/record.ts'
import type { Step } from '../../data/model/work.ts'
import type { Draft } from '../edit/draft.ts'
import type { Sent } from '../edit/send.ts'
import { DEVICE_STORE } from './store_name.ts'

/** What keeps a change from going through besides the network: its author has to answer. */
export type Question = Exclude<Sent, { readonly kind: 'accepted' | 'lost' }>

/** A change that goes out by itself as soon as the server can be reached. */
type Waiting = {
  /** Id of the person who made it; nobody else's session may send it. */
  readonly person: string
  /** ISO, UTC: changes go out in the order they were made. */
  readonly since: string
  readonly question: Question | null
}

/** What a draft is sent as. */
export type WaitingSave = Waiting & { readonly submit: boolean; readonly today: string; readonly source: string }

/** A draft as it lies on this device; `saved` is ISO, UTC. */
export type KeptDraft = { readonly draft: Draft; readonly saved: string; readonly waiting?: WaitingSave }

/** Steps that need nothing but the record as it was seen. */
export type LightStep = Extract<Step, 'submit' | 'withdraw' | 'confirm' | 'status'>

/** One step of a record, sent under the operation it was made with. */
export type WaitingStep = Waiting & {
  readonly operation: string
  readonly kind: Kind
  readonly id: string
  readonly title: string
  readonly step: LightStep
  /** What the step `status` sets. */
  readonly status?: ActivityStatus
  /** The version it was made upon. */
  readonly revision: number
}

interface Device extends DBSchema {
  drafts: { key: string; value: KeptDraft }
  steps: { key: string; value: WaitingStep }
}

let opening: Promise<IDBPDatabase<Device>> | undefined

const opened = (): Promise<IDBPDatabase<Device>> => {
  opening ??= openDB<Device>(DEVICE_STORE, 2, {
    upgrade: (database, from) => {
      if (from < 1) database.createObjectStore('drafts')
      database.createObjectStore('steps', { keyPath: 'operation' })
    },
    // Another page of ours wants to change the store: let go, and open it again when it is next needed.
    blocking: (_, __, event) => {
      ;(event.target as IDBDatabase | null)?.close()
      opening = undefined
    },
    terminated: () => {
      opening = undefined
    },
  })
  return opening
}

/** False where the browser keeps nothing: then a reload would lose what was to be kept, and the screen says so. */
const tried = async (doing: (database: IDBPDatabase<Device>) => Promise<unknown>): Promise<boolean> => {
  try {
    await doing(await opened())
    return true
  } catch {
    return false
  }
}

/** `key` is `new` or the id of the activity. Null where nothing is kept, or where the browser keeps nothing (private windows). */
export const findDraft = async (key: string): Promise<KeptDraft | null> => {
  try {
    return (await (await opened()).get('drafts', key)) ?? null
  } catch {
    return null
  }
}

export const keepDraft = (key: string, kept: KeptDraft): Promise<boolean> =>
  tried((database) => database.put('drafts', kept, key))

export const dropDraft = async (key: string): Promise<void> => {
  await tried((database) => database.delete('drafts', key))
}

export const keepStep = (step: WaitingStep): Promise<boolean> => tried((database) => database.put('steps', step))

export const dropStep = async (operation: string): Promise<void> => {
  await tried((database) => database.delete('steps', operation))
}

/** Everything that lies on this device; nothing where the browser keeps nothing. */
export const allKept = async (): Promise<{
  readonly drafts: readonly (readonly [string, KeptDraft])[]
  readonly steps: readonly WaitingStep[]
}> => {
  try {
    const database = await opened()
    const [keys, drafts, steps] = await Promise.all([
      database.getAllKeys('drafts'),
      database.getAll('drafts'),
      database.getAll('steps'),
    ])
    return { drafts: keys.map((key, at) => [key, drafts[at]!]), steps }
  } catch {
    return { drafts: [], steps: [] }
  }
}
