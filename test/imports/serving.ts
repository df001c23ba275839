import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type {
  ImportAnswer,
  ImportChoices,
  ImportCommitted,
  ImportRow,
  ImportRows,
  RowChanged,
} from '../../data/model/importing.ts'
import { THEMES } from '../../data/model/theme.ts'
import { URUSAN } from '../../data/model/urusan.ts'
import { makeSample } from '../../data/sample/index.ts'
import { SOURCED } from '../../data/source/records/index.ts'
import { createApp } from '../../server/app.ts'
import { type ImportShelf, openImportShelf } from '../../server/imports/shelf.ts'
import { seedStore } from '../../server/journal/seed.ts'
import { openFileStore } from '../../server/journal/store.ts'
import { loadPlaces, samplePlaces } from '../../server/places/index.ts'
import { memoryShelf } from '../../server/work/photos/shelf.ts'
import { createWorld } from '../../server/world.ts'
import { openMemoryPeople, signIn } from '../people.ts'

const now = () => new Date('2026-11-22T03:00:00.000Z')

/** The four regencies on estimated areas with the sample programme, and a folder for imports. */
export const serveRegencies = async () => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-imports-'))
  const places = await loadPlaces({ home, boundaries: 'none', log: () => {}, now })
  const store = await openFileStore({ folder: join(home, 'journal'), now })
  await seedStore(store, { sourced: SOURCED, sample: makeSample(samplePlaces(places)) })
  const world = await createWorld({ places, store, themes: THEMES, urusan: URUSAN })
  const people = await openMemoryPeople(store, now)
  const faults: unknown[] = []
  const open = (imports: ImportShelf) =>
    createApp({
      world,
      store,
      people,
      photos: memoryShelf(),
      imports,
      now,
      log: { error: (details) => void faults.push(details) },
    })
  const folder = join(home, 'imports')
  const app = open(openImportShelf(folder))
  return {
    home,
    app,
    /** The same server after a restart, as far as imports are concerned. */
    reopen: () => open(openImportShelf(folder)),
    store,
    world,
    people,
    faults,
    signIn: (role: Parameters<typeof signIn>[2], organisation: string | null) =>
      signIn(app, people, role, organisation),
    async close() {
      await store.close()
      world.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

type App = ReturnType<typeof createApp>
type Answered<T> = { readonly status: number; readonly answer: T }

/** Asks the addresses of imports as one signed-in person. */
export const importer = (app: App, headers: Record<string, string>) => {
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<Answered<T>> => {
    const response = await app.request(`/api/imports${path}`, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
    })
    const text = await response.text()
    return { status: response.status, answer: (text === '' ? null : JSON.parse(text)) as T }
  }
  const send = <T>(method: string, path: string, body: unknown) => ask<T>(path, { method, body: JSON.stringify(body) })
  const settled = async (id: string): Promise<ImportAnswer> => {
    for (;;) {
      const { answer } = await ask<ImportAnswer>(`/${id}`)
      if (answer.state !== 'reading' && answer.state !== 'committing') return answer
      await pause(20)
    }
  }
  return {
    ask,
    settled,
    /** Sends a file and waits until it is read and judged. */
    async upload(bytes: Uint8Array | string, name: string): Promise<ImportAnswer> {
      const { status, answer } = await ask<ImportAnswer>('', {
        method: 'POST',
        body: typeof bytes === 'string' ? bytes : Uint8Array.from(bytes),
        headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) },
      })
      if (status !== 202) throw new Error(`Not taken in: ${status} ${JSON.stringify(answer)}`)
      return settled(answer.id)
    },
    choose: (id: string, choices: ImportChoices) => send<ImportAnswer>('PUT', `/${id}/choices`, choices),
    rows: async (id: string, query = '?limit=200'): Promise<readonly ImportRow[]> =>
      (await ask<ImportRows>(`/${id}/rows${query}`)).answer.rows,
    change: (id: string, row: number, change: object) => send<RowChanged>('PATCH', `/${id}/rows/${row}`, change),
    commit: (id: string, operation: string = randomUUID(), submit = false) =>
      send<ImportCommitted>('POST', `/${id}/commit`, { operation, submit }),
    undo: async (undoes: string) => {
      const body = JSON.stringify({ operation: randomUUID(), undoes })
      const response = await app.request('/api/work/undo', { method: 'POST', headers, body })
      return { status: response.status, answer: await response.json() }
    },
    remove: (id: string) => ask(`/${id}`, { method: 'DELETE' }),
  }
}
