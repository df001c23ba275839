import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Draft } from './draft.ts'

/** A draft as it lies on this device; `saved` is ISO, UTC. */
export type KeptDraft = { readonly draft: Draft; readonly saved: string }

interface Drafts extends DBSchema {
  drafts: { key: string; value: KeptDraft }
}

let opening: Promise<IDBPDatabase<Drafts>> | undefined

const opened = (): Promise<IDBPDatabase<Drafts>> => {
  opening ??= openDB<Drafts>('bentang-drafts', 1, {
    upgrade: (database) => {
      database.createObjectStore('drafts')
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

/** `key` is `new` or the id of the activity. Null where nothing is kept, or where the browser keeps nothing (private windows). */
export const findDraft = async (key: string): Promise<KeptDraft | null> => {
  try {
    return (await (await opened()).get('drafts', key)) ?? null
  } catch {
    return null
  }
}

/** False where the browser keeps nothing: then a reload would lose the draft, and the screen says so. */
export const keepDraft = async (key: string, kept: KeptDraft): Promise<boolean> => {
  try {
    await (await opened()).put('drafts', kept, key)
    return true
  } catch {
    return false
  }
}

export const dropDraft = async (key: string): Promise<void> => {
  try {
    await (await opened()).delete('drafts', key)
  } catch {
    // What could not be kept need not be dropped.
  }
}
