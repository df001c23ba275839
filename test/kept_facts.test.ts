import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createEngine, type Facts } from '../server/engine/index.ts'
import type { Change } from '../server/journal/entry.ts'
import { openFileStore, type RecordStore } from '../server/journal/store.ts'
import { openKeptFacts } from '../server/kept_facts.ts'
import * as world from './world.ts'

const homes: string[] = []
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true })
})
const newHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'bentang-facts-'))
  homes.push(home)
  return home
}

const openHome = async (home: string) => {
  const store = await openFileStore({ folder: join(home, 'journal') })
  return { store, kept: openKeptFacts(home, store.journal) }
}

const commit = (store: RecordStore, operation: string, ...records: world.Entered[]) =>
  store.commit({
    actor: 'a',
    organisation: null,
    operation,
    changes: world.enter(...records).map((change) => ({ ...change, revision: 1 }) as Change),
  })

const factsOf = async (...records: world.Entered[]): Promise<Facts> => {
  const engine = await createEngine({ places: world.PLACES })
  engine.apply(world.enter(...records).map((change) => ({ ...change, revision: 1 })))
  return engine.pack()
}

const work = world.activity('work', ['akar'], [world.SHAPES[world.ASAM]])
const other = world.activity('other', ['bina'], [world.SHAPES[world.BAKAU]])

test('facts come back after a restart of the same journal', async () => {
  const home = newHome()
  const first = await openHome(home)
  await commit(first.store, 'one', work)
  const facts = await factsOf(work)
  await first.kept.save(1, facts)
  await commit(first.store, 'two', other)
  await first.store.close()
  const second = await openHome(home)
  expect((await second.kept.load())?.register.ids).toEqual(['work'])
  expect((await second.kept.load())?.fingerprint).toBe(facts.fingerprint)
  await second.store.close()
})

test('facts of entries that this journal never had do not count', async () => {
  const home = newHome()
  const lost = await openHome(home)
  await commit(lost.store, 'one', work)
  await lost.kept.save(1, await factsOf(work))
  await lost.store.close()
  rmSync(join(home, 'journal'), { recursive: true })
  const restored = await openHome(home)
  expect(await restored.kept.load()).toBeNull()
  await commit(restored.store, 'another', other)
  expect(await restored.kept.load()).toBeNull()
  await restored.store.close()
})

test('a damaged, cut or empty file is as good as none, at every length', async () => {
  const home = newHome()
  const { store, kept } = await openHome(home)
  await commit(store, 'one', work)
  await kept.save(1, await factsOf(work))
  const file = join(home, 'cache', 'facts.bin')
  const whole = readFileSync(file)
  for (let length = 0; length < whole.length; length += 97) {
    writeFileSync(file, whole.subarray(0, length))
    expect(await kept.load()).toBeNull()
  }
  for (let at = 0; at < whole.length; at += 211) {
    const spoilt = Buffer.from(whole)
    spoilt[at]! ^= 1
    writeFileSync(file, spoilt)
    expect(await kept.load()).toBeNull()
  }
  writeFileSync(file, whole)
  expect(await kept.load()).not.toBeNull()
  await store.close()
})

test('nothing is kept for a position the journal has not reached', async () => {
  const { store, kept } = await openHome(newHome())
  await kept.save(7, await factsOf(work))
  expect(await kept.load()).toBeNull()
  await store.close()
})
