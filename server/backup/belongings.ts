import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Words } from '../../data/model/words.ts'
import { codeOf } from '../journal/files.ts'
import type { State } from '../journal/state.ts'
import { parsePrivateState } from '../people/private_state.ts'
import { openPhotoShelf } from '../work/photos/shelf.ts'
import { photosIn } from '../work/photos/take.ts'
import { ACCOUNTS } from './contents.ts'

/** What lies beside a journal, compared with what the journal speaks of. */
export type Belongings = {
  /** Null where there are no accounts yet, and where their file is damaged. */
  readonly people: number | null
  readonly photos: number
  readonly faults: readonly Words[]
}

const DAMAGED: Words = {
  id: 'Berkas akun (private/people.json) rusak. Pulihkan berkas itu dari cadangan.',
  en: 'The file of accounts (private/people.json) is damaged. Restore it from a backup.',
}
const noPhoto = (id: string): Words => ({
  id: `Foto ${id} disebut sebuah catatan dan tidak ada, atau rusak. Pulihkan folder uploads dari cadangan.`,
  en: `Photo ${id} is named by a record and is missing or damaged. Restore the folder uploads from a backup.`,
})

const readAccounts = async (home: string): Promise<string | null> =>
  readFile(join(home, ACCOUNTS), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })

/** Photos of the records as they stand, and of the versions behind them. */
const namedPhotos = ({ records }: State): ReadonlySet<string> => {
  const versions = [...records.values()].flatMap(({ record, standing }) => [
    record,
    ...standing.map((one) => one.record),
  ])
  return new Set(versions.flatMap(photosIn))
}

export const checkBelongings = async (home: string, state: State): Promise<Belongings> => {
  const text = await readAccounts(home)
  const accounts = text === null ? null : parsePrivateState(text)
  const faults: Words[] = text !== null && accounts === null ? [DAMAGED] : []
  const shelf = openPhotoShelf(join(home, 'uploads'))
  const named = namedPhotos(state)
  for (const id of named) {
    const found = await shelf.find(id)
    if (!found || createHash('sha256').update(found.bytes).digest('hex') !== id) faults.push(noPhoto(id))
  }
  return { people: accounts?.people.length ?? null, photos: named.size, faults }
}
