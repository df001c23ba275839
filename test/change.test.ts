import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChangeAnswer, Problem } from '../data/model/answers.ts'
import type { AnyRecord, Kind } from '../data/model/record.ts'
import { sameVerdict } from '../server/change.ts'
import { createGeography } from '../server/geography.ts'
import type { Entry } from '../server/journal/entry.ts'
import { createPast } from '../server/past.ts'
import { commit, serve } from './served.ts'
import { ASAM, activity, BAKAU, CEMPAKA, DAMAR, GAMBIR, PLACES, point, rectangle, target, zone } from './world.ts'

type Served = Awaited<ReturnType<typeof serve>>
const asRecord = (kind: Kind, record: unknown) => ({ kind, record }) as AnyRecord

let served: Served
const cancel = (id: string) => {
  const { record } = served.store.state.records.get(`activity/${id}`)!
  return commit(served.store, [asRecord('activity', { ...record, status: 'cancelled' })])
}
const remove = ({ store }: Served, kind: Kind, id: string) => {
  const revision = store.state.records.get(`${kind}/${id}`)!.revision + 1
  return store.commit({
    actor: 'test',
    organisation: null,
    operation: `remove ${id}`,
    changes: [{ kind, id, revision, record: null } as Entry['changes'][number]],
  })
}

/*
 * 1  the programme of the world
 * 2  citra begins in Cempaka, until then a gap
 * 3  bina's only activity in Bakau is cancelled: akar stays alone
 * 4  restoration begins in Gambir, where nobody had reported anything
 * 5  work in the eleven metres where Cempaka and Damar lie over each other: a point belongs to Cempaka
 * 6  it is cancelled
 * 7  akar's work in Asam and Bakau is no longer public
 * 8  a zone with a plan in Damar
 * 9  akar's work is public again
 */
beforeAll(async () => {
  served = await serve()
  const { store, world } = served
  await commit(store, [asRecord('activity', activity('a-new', ['citra'], [CEMPAKA]))])
  await cancel('a-bakau')
  await commit(store, [asRecord('activity', activity('a-trees', ['bina'], [GAMBIR], { themes: ['restoration'] }))])
  await commit(store, [asRecord('activity', activity('a-hair', ['bina'], [point(0.05995, 0.01)]))])
  await cancel('a-hair')
  const { record } = store.state.records.get('activity/a-three-sites')!
  await commit(store, [asRecord('activity', { ...record, visibility: 'organisation' })])
  await commit(store, [
    asRecord('zone', zone('z-damar', rectangle(0.062, 0, 0.078, 0.02), ['bina'], { region: '99.02' })),
  ])
  await commit(store, [asRecord('activity', record)])
  await world.settled()
})
afterAll(() => served.world.close())

const ask = async <Answer = ChangeAnswer>(query: string): Promise<Answer> =>
  (await (await served.get(`/api/change?${query}`)).json()) as Answer
const WEST = 'region=99.01&theme=stunting&period=2026'
const EAST = 'region=99.02&theme=stunting&period=2026'

describe('what differs between two positions of the journal', () => {
  test('a gap that found a partner and an overlap that lost one, with who came and who left', async () => {
    const { before, after, denominator, units } = await ask(`${WEST}&since=1&until=3`)
    expect(denominator).toBe(3)
    expect([before.asOf.seq, after.asOf.seq]).toEqual([1, 3])
    expect(before.counts).toMatchObject({ gap: 1, met: 1, overlap: 1 })
    expect(after.counts).toMatchObject({ gap: 0, met: 3, overlap: 0 })
    expect([before.targeted, after.targeted]).toEqual([3, 3])
    expect(units).toEqual([
      {
        code: BAKAU,
        name: 'Bakau',
        within: 'Hulu',
        before: { kind: 'overlap', organisations: ['akar', 'bina'] },
        after: { kind: 'met', by: 'akar' },
        gained: [],
        lost: ['a-bakau'],
        arrived: [],
        left: ['bina'],
      },
      {
        code: CEMPAKA,
        name: 'Cempaka',
        within: 'Hilir',
        before: { kind: 'gap' },
        after: { kind: 'met', by: 'citra' },
        gained: ['a-new'],
        lost: [],
        arrived: ['citra'],
        left: [],
      },
    ])
  })

  test('between neighbouring entries only that entry tells', async () => {
    const codes = async (query: string) => (await ask(query)).units.map(({ code }) => code)
    expect(await codes(`${WEST}&since=1&until=2`)).toEqual([CEMPAKA])
    expect(await codes(`${WEST}&since=2&until=3`)).toEqual([BAKAU])
    expect(await codes(`${WEST}&since=3&until=4`)).toEqual([])
    expect(await codes(`${WEST}&since=3&until=3`)).toEqual([])
  })

  test('before the first entry nobody had reported anything', async () => {
    const { before, units } = await ask(`${WEST}&since=0&until=1`)
    expect(before.asOf).toEqual({ seq: 0, time: '1970-01-01T00:00:00.000Z' })
    expect(before.counts.unreported).toBe(3)
    expect(units.map(({ after }) => after.kind)).toEqual(['met', 'overlap', 'gap'])
  })

  test('work of another theme makes a village reported', async () => {
    const { units } = await ask(`${EAST}&since=3&until=4`)
    expect(units).toMatchObject([
      { code: GAMBIR, before: { kind: 'unreported' }, after: { kind: 'no_target' }, gained: [] },
    ])
  })

  test('a point where two boundary files overlap belongs to the same village then as now', async () => {
    expect((await ask(`${EAST}&since=4&until=5`)).units).toEqual([])
    expect((await ask(`${WEST}&since=4&until=5`)).units).toMatchObject([{ code: CEMPAKA, arrived: ['bina'] }])
  })

  test('a record counts while it was public', async () => {
    const { units } = await ask(`${WEST}&since=6&until=7`)
    expect(units).toMatchObject([
      { code: ASAM, before: { kind: 'met', by: 'akar' }, after: { kind: 'gap' }, left: ['akar'] },
      { code: BAKAU, before: { kind: 'met', by: 'akar' }, after: { kind: 'gap' }, left: ['akar'] },
    ])
  })

  test('a record that is not public today is in no earlier day either, until it is shown again', async () => {
    const other = await serve()
    const { record } = other.store.state.records.get('activity/a-three-sites')!
    const askOther = async () => (await other.get(`/api/change?${WEST}&since=1`)).text()
    const gapsBefore = async () => (JSON.parse(await askOther()) as ChangeAnswer).before.counts.gap
    await commit(other.store, [asRecord('activity', { ...record, visibility: 'organisation' })])
    await other.world.settled()
    expect(await gapsBefore()).toBe(2)
    expect(await askOther()).not.toContain('akar')
    await commit(other.store, [asRecord('activity', record)])
    await other.world.settled()
    expect(await gapsBefore()).toBe(1)
    other.world.close()
  })

  test('what is archived or taken away today is in no earlier day either', async () => {
    const other = await serve()
    const { record } = other.store.state.records.get('activity/a-three-sites')!
    const askOther = async () => (await other.get(`/api/change?${WEST}&since=1`)).text()
    expect(await askOther()).not.toContain('"gap":2')
    await commit(other.store, [asRecord('activity', { ...record, verification: 'archived' })])
    expect(await askOther()).not.toContain('akar')
    await commit(other.store, [asRecord('activity', record)])
    expect((JSON.parse(await askOther()) as ChangeAnswer).before.counts.gap).toBe(1)
    await remove(other, 'activity', 'a-three-sites')
    expect(await askOther()).not.toContain('akar')
    other.world.close()
  })

  test('a zone that came is told by its name; it was unreported before', async () => {
    const { denominator, units } = await ask(`${EAST}&level=zone&since=7`)
    expect(denominator).toBe(1)
    expect(units).toMatchObject([
      {
        code: 'z-damar',
        name: 'z-damar',
        within: 'Timur',
        before: { kind: 'unreported' },
        gained: ['a-damar-bina', 'a-damar-citra'],
      },
    ])
    expect(units[0]!.after.kind).toBe('coordinated')
  })

  test('a day begins with since and ends with until: all entries were made on 22 November 2026', async () => {
    const whole = await ask(`${WEST}&since=2026-11-22&until=2026-11-22`)
    expect([whole.before.asOf.seq, whole.after.asOf.seq]).toEqual([0, 9])
    const since = await ask(`${WEST}&since=2026-11-23`)
    expect([since.before.asOf.seq, since.after.asOf.seq, since.units.length]).toEqual([9, 9, 0])
  })

  test('the table has a row for each unit, with names, and runs as no formula', async () => {
    const response = await served.get(`/api/change.csv?${WEST}&since=1&until=3`)
    expect(response.headers.get('Content-Disposition')).toContain('bentang-perubahan_barat_stunting_2026.csv')
    const [head, ...rows] = (await response.text()).trim().split('\r\n')
    expect(head).toBe(
      'code,name,within,level,theme,period_before,period_after,verdict_before,verdict_after,arrived,left,gained_ids,lost_ids,as_of_before,as_of_after',
    )
    expect(rows).toEqual([
      `${BAKAU},Bakau,Hulu,village,stunting,2026,2026,overlap,met,,bina,,a-bakau,1,3`,
      `${CEMPAKA},Cempaka,Hilir,village,stunting,2026,2026,gap,met,citra,,a-new,,1,3`,
    ])
  })
})

describe('what differs between two years', () => {
  test('targets of 2026 came due where in 2025 there was only a partner', async () => {
    const { before, after, units } = await ask('region=99.02&theme=stunting&from=2025&to=2026')
    expect([before.period, after.period]).toEqual(['2025', '2026'])
    expect(before.asOf).toEqual(after.asOf)
    expect([before.targeted, after.targeted]).toEqual([0, 1])
    expect(units).toEqual([])
  })

  test('work that ends in 2027 is gone in 2028', async () => {
    const { units } = await ask('region=99.02&theme=stunting&from=2027&to=2028')
    expect(units.map(({ code, after }) => [code, after.kind])).toEqual([
      [DAMAR, 'unreported'],
      ['99.02.01.2002', 'unreported'],
      [GAMBIR, 'unreported'],
    ])
    expect(units[0]).toMatchObject({ lost: ['a-damar-bina', 'a-damar-citra'], left: ['bina', 'citra'] })
  })

  test('a target that came due turns work nobody asked for into a target met', async () => {
    const more = await serve([asRecord('target', target('t-2027', [BAKAU], { year: 2027 }))])
    const change = (await (
      await more.get('/api/change?region=99.01&theme=stunting&from=2026&to=2027')
    ).json()) as ChangeAnswer
    expect(change.units.map(({ code, before, after }) => [code, before.kind, after.kind])).toEqual([
      [ASAM, 'met', 'partner_only'],
      [CEMPAKA, 'gap', 'no_target'],
    ])
    more.world.close()
  })
})

describe('a comparison that cannot be made', () => {
  test.each([
    ['', 'Compare two years with "from" and "to"'],
    ['period=2026', 'Compare two years'],
    ['since=1', 'Compare two years'],
    ['from=2025', 'Compare two years'],
    ['from=2025&to=2026&since=1', 'do not mix'],
    ['from=2026&to=2026', '"from" must come before "to"'],
    ['period=2026&since=10', 'The journal reaches entry 9; "since" asks for entry 10'],
    ['period=2026&since=4&until=3', '"since" (entry 4) falls after "until" (entry 3)'],
    ['period=2026&since=2026-02-30', 'Write a date such as'],
    ['period=2026&since=22-11-2026', 'Write a date such as'],
  ])('%s is refused and told what to write', async (query, words) => {
    const refusal = await ask<Problem>(`region=99.01&theme=stunting&lang=en&${query}`)
    expect(refusal.status).toBe(400)
    expect(refusal.detail).toContain(words)
  })
})

describe('the past', () => {
  test('a day stands just before its first entry, whatever the gaps between days', async () => {
    const times = ['2026-05-08T01:00:00.000Z', '2026-05-08T23:59:59.999Z', '2026-05-10T00:00:00.000Z']
    const journal = {
      replay: async function* (after = 0) {
        for (const [index, time] of times.entries())
          if (index >= after)
            yield {
              seq: index + 1,
              time,
              actor: '',
              organisation: null,
              operation: '',
              changes: [],
              schema: 1 as const,
            }
      },
    }
    const past = createPast(createGeography({ places: [], names: new Map() }), journal, {
      show: () => null,
      version: () => 0,
    })
    const positionAt = (day: string) => past.positionBefore(new Date(day))
    expect(await positionAt('2026-05-08')).toBe(0)
    expect(await positionAt('2026-05-09')).toBe(2)
    expect(await positionAt('2026-05-10')).toBe(2)
    times.push('2026-05-11T00:00:00.000Z')
    expect(await positionAt('2026-05-12')).toBe(4)
  })

  test('verdicts are the same to a square metre, and differ by a name or a binding', () => {
    const partial = { kind: 'partial', organisations: ['akar'], servedHa: 1, targetHa: 4, shortHa: 3 } as const
    expect(sameVerdict(partial, { ...partial, servedHa: 1.00001 })).toBe(true)
    expect(sameVerdict(partial, { ...partial, servedHa: 1.001 })).toBe(false)
    expect(sameVerdict({ kind: 'met', by: 'akar' }, { kind: 'met', by: 'bina' })).toBe(false)
    expect(sameVerdict({ kind: 'gap' }, { kind: 'gap', shortHa: 3, targetHa: 3 })).toBe(false)
  })

  test('every village of the past has the verdict it had, whichever region is asked', async () => {
    for (const { code: region } of PLACES.filter(({ level }) => level === 'regency')) {
      const query = 'theme=stunting&period=2026&since=1'
      const whole = await ask(`region=99&${query}`)
      const part = await ask(`region=${region}&${query}`)
      expect(part.units).toEqual(whole.units.filter(({ code }) => code.startsWith(region)))
    }
  })
})
