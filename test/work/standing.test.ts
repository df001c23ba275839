import { describe, expect, test } from 'vitest'
import type { Activity } from '../../data/model/activity.ts'
import { generalise } from '../../data/model/disclosure.ts'
import { seenBy } from '../../data/model/seen.ts'
import { type Standing, standingAfter } from '../../data/model/standing.ts'
import type { Draft } from '../../server/journal/entry.ts'
import { openFileStore, type RecordStore } from '../../server/journal/store.ts'
import { verifyJournal } from '../../server/journal/verify.ts'
import { createWorld } from '../../server/world.ts'
import { ownFolder } from '../journal/own_folder.ts'
import { PLACE_SET, serve, THEMES, URUSAN } from '../served.ts'
import { ASAM, activity, ENAU, point, rectangle } from '../world.ts'

type State = Pick<Activity, 'verification'> & Partial<Activity>
const NOWHERE = { pointOf: () => null, isTold: () => true }

/** A record led through states, one revision each; its title is its revision. */
const lead = (...states: readonly State[]): Standing<'activity'> =>
  states.reduce<Standing<'activity'> | undefined>((before, given) => {
    const revision = (before?.revision ?? 0) + 1
    const record = activity('a', ['akar'], [ASAM], { title: `${revision}`, ...given })
    return { revision, record, seq: revision, time: '', standing: standingAfter(before, record) }
  }, undefined)!

const titleSeen = (...states: readonly State[]): string | null => {
  const seen = seenBy('everyone', { kind: 'activity', id: 'a', ...lead(...states) }, NOWHERE)
  return seen && (seen.record as Activity).title
}

const draft: State = { verification: 'draft' }
const submitted: State = { verification: 'submitted' }
const verified: State = { verification: 'verified' }
const unseen: State = { verification: 'verified', awaitsReview: true }
const returned: State = { verification: 'returned' }
const archived: State = { verification: 'archived' }

describe('which version everyone sees', () => {
  test.each([
    ['a draft is nobody’s', [draft], null],
    ['nor what waits for a first review', [draft, submitted], null],
    ['the verified one', [draft, submitted, verified], '3'],
    ['the last verified one while its change is drafted', [verified, draft], '1'],
    ['and while it waits', [verified, draft, submitted], '1'],
    ['and while it is given back', [verified, submitted, returned], '1'],
    ['until the new one is verified', [verified, submitted, verified], '3'],
    ['an archived one is gone at once', [verified, archived], null],
    ['and does not come back as a draft', [verified, archived, draft], null],
    ['a trusted organisation’s change at once', [verified, unseen], '2'],
    ['which its next draft does not take away', [verified, unseen, draft], '2'],
    ['unless Sekber gives it back: then what Sekber has seen', [verified, unseen, returned], '1'],
    ['also when it was changed again meanwhile', [verified, unseen, draft, submitted, returned], '1'],
    ['and nothing where Sekber has seen nothing', [unseen, returned], null],
    ['a confirmed one that still waits is the newest', [verified, unseen, unseen], '3'],
  ] as const)('%s', (_, states, title) => {
    expect(titleSeen(...states)).toBe(title)
  })

  test('who shows less today shows less at once, whatever waits for review', () => {
    expect(titleSeen(verified, { ...draft, visibility: 'organisation' })).toBeNull()
    expect(titleSeen(verified, { ...draft, visibility: 'partners' })).toBeNull()
    expect(titleSeen({ ...verified, visibility: 'partners' }, { ...draft, visibility: 'public' })).toBeNull()
    expect(titleSeen(verified, { ...draft, sensitive: { kind: 'endangered_species' } })).toBeNull()
    expect(
      titleSeen({
        ...verified,
        sensitive: { kind: 'endangered_species', consent: { by: 'desa', date: '2026-01-01' } },
      }),
    ).toBe('1')
  })

  test('members see what is for partners, and true places of what is generalised; neither sees what an organisation keeps', () => {
    const seen = (visibility: Activity['visibility']) =>
      seenBy('members', { kind: 'activity', id: 'a', ...lead({ ...verified, visibility }) }, NOWHERE)
    expect(seen('partners')?.isWhole).toBe(true)
    expect(seen('generalised')?.isWhole).toBe(true)
    expect(seen('organisation')).toBeNull()
  })
})

describe('places made coarser', () => {
  const sitesOf = (...sites: Parameters<typeof activity>[2]) =>
    generalise(activity('a', ['akar'], sites), 0.1, { pointOf: () => [110.27, -0.03], isTold: () => false }).sites

  test('a point, a line’s box and an area’s box go to the middle of their cell, on both sides of the equator', () => {
    expect(sitesOf(point(0.0123, 0.0199))).toEqual([{ geometry: { type: 'Point', coordinates: [110.05, 0.05] } }])
    expect(sitesOf(point(0.0123, -0.0001))).toEqual([{ geometry: { type: 'Point', coordinates: [110.05, -0.05] } }])
    expect(sitesOf(rectangle(0.2, 0.1, 0.24, 0.12))).toEqual([
      { geometry: { type: 'Point', coordinates: [110.25, 0.15] } },
    ])
  })

  test('a village goes to the cell of its official point, a district stays; cells are named once and sites lose their names', () => {
    expect(sitesOf(ASAM, ENAU, '99.01.01', { geometry: point(0.27, -0.08), name: 'Hutan keramat' })).toEqual([
      { geometry: { type: 'Point', coordinates: [110.25, -0.05] } },
      { code: '99.01.01' },
    ])
  })

  test('everything in one cell looks the same: nothing tells two places in it apart', () => {
    const seen = new Set<string>()
    for (let x = 0; x < 0.1; x += 0.0037)
      for (let y = 0; y < 0.1; y += 0.0037) seen.add(JSON.stringify(sitesOf(point(x, y))))
    expect(seen.size).toBe(1)
  })
})

const change = (revision: number, given: State): Draft['changes'][number] => ({
  kind: 'activity',
  id: 'a',
  revision,
  record: activity('a', ['akar'], [point(0.09, 0.01)], { title: `judul ${revision}`, ...given }),
})
const put = (store: RecordStore, revision: number, given: State) =>
  store.commit({ actor: 'p-1', organisation: 'akar', operation: `op-${revision}`, changes: [change(revision, given)] })

const STATES = [verified, unseen, draft, submitted, returned, { ...draft, visibility: 'generalised' }] as const

describe('live and after a restart', () => {
  test('the same version stands, by the snapshot as by a full replay', async () => {
    const folder = ownFolder()
    for (const [index, state] of STATES.entries()) {
      const store = await openFileStore({ folder })
      await put(store, index + 1, state)
      const live = store.state.records.get('activity/a')
      await store.close()
      const report = await verifyJournal(folder)
      expect(report.snapshot).toEqual({ seq: index + 1, agrees: true })
      expect(report.state.records.get('activity/a')).toEqual(live)
      const again = await openFileStore({ folder })
      expect(again.state.records.get('activity/a')).toEqual(live)
      await again.close()
    }
  })

  test('a world that was there and one that starts now show everyone the same', async () => {
    const { store, world, get } = await serve()
    const begin = async () => {
      const started = await createWorld({ places: PLACE_SET, store, themes: THEMES, urusan: URUSAN })
      const found = {
        held: started.everyone.find('activity', 'a'),
        reach: started.everyone.engine.reach('activity', 'a'),
      }
      started.close()
      return found
    }
    for (const [index, state] of STATES.entries()) {
      await put(store, index + 1, state)
      await world.settled()
      const { everyone } = world
      const live = { held: everyone.find('activity', 'a'), reach: everyone.engine.reach('activity', 'a') }
      expect(await begin()).toEqual(live)
      const shown = (await (await get('/api/records/activity/a')).json()) as { record: Activity; revision: number }
      const revision = [1, 2, 2, 2, 1, 1][index]!
      expect([shown.revision, shown.record.title]).toEqual([revision, `judul ${revision}`])
    }
    expect(world.everyone.find('activity', 'a')?.record.sites).toEqual([
      { geometry: { type: 'Point', coordinates: [110.05, 0.05] } },
    ])
    world.close()
  })
})
