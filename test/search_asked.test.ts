import { expect, test } from 'vitest'
import type { CoverageAnswer, SearchHit } from '../data/model/answers.ts'
import { countVerdicts, type VerdictKind } from '../data/model/verdict.ts'
import { DEFAULT_VIEW } from '../data/view/view.ts'
import { answerWithin, placeAmong, viewOf } from '../web/search/asked.ts'
import { type Command, findCommands } from '../web/search/commands.ts'

const hit = (kind: SearchHit['kind'], id: string, title: string): SearchHit => ({
  kind,
  id,
  title,
  detail: '',
  bbox: null,
})
const NANGA = hit('village', '61.05.14.2001', 'Nanga Ambalau')
const AMBALAU = hit('district', '61.05.14', 'Ambalau')
const CONTEXT = { regencies: [{ code: '61.05' }, { code: '61.11' }] as never }

test('of several places the one of exactly that name is meant, the wider before the narrower; a record is no place', () => {
  const village = hit('village', '61.05.01.2009', 'Ambalau')
  const work = hit('activity', 'kerja-1', 'Ambalau')
  expect(placeAmong([work, NANGA, village, AMBALAU], 'ambalau')).toBe(AMBALAU)
  expect(placeAmong([NANGA, AMBALAU], '61.05.14')).toBe(AMBALAU)
  expect(placeAmong([work, NANGA], 'ambal')).toBe(NANGA)
  expect(placeAmong([work], 'ambalau')).toBeNull()
})

test('a worded question changes what it names and leaves the rest; an analysis and filters of the legend give way', () => {
  const view = {
    ...DEFAULT_VIEW,
    only: ['met' as const],
    pairs: { of: null, chosen: null },
    organisations: ['mitra-1'],
  }
  expect(viewOf(view, { ask: 'overlap', place: '' }, null, CONTEXT)).toEqual({
    ...view,
    ask: 'overlap',
    only: [],
    pairs: null,
  })
  const there = viewOf(view, { theme: 'education', place: 'ambalau' }, AMBALAU, CONTEXT)
  expect(there).toMatchObject({ theme: 'education', region: '61.05', selection: { kind: 'place', id: '61.05.14' } })
  const island = hit('island', '61.11.40034', 'Karimata')
  const onSea = viewOf(view, { theme: 'education', place: 'karimata' }, island, CONTEXT)
  expect(onSea).toMatchObject({ region: '61.11', level: 'island' })
  expect(viewOf(onSea, { ask: 'gap', place: 'ambalau' }, AMBALAU, CONTEXT).level).toBe('village')
})

test('the answer for a district counts its own villages, with its own denominators', () => {
  const unit = (code: string, kind: VerdictKind, targets: readonly string[]) => ({ code, verdict: { kind }, targets })
  const units = [
    unit('61.05.14.2001', 'gap', ['t1']),
    unit('61.05.14.2002', 'met', ['t1']),
    unit('61.05.14.2003', 'no_target', []),
    unit('61.05.13.2001', 'gap', ['t1']),
  ] as unknown as CoverageAnswer['units']
  const whole = { units, counts: countVerdicts(units.map(({ verdict }) => verdict)), targeted: 3, denominator: 4 }
  const answer = answerWithin(whole as CoverageAnswer, AMBALAU)
  expect(answer).toMatchObject({ targeted: 2, denominator: 3, counts: { gap: 1, met: 1, no_target: 1 } })
  expect(answerWithin(whole as CoverageAnswer, null)).toBe(whole)
  expect(answerWithin(whole as CoverageAnswer, hit('regency', '61.11', 'Kayong Utara'))).toBe(whole)
})

test('a command is found by the beginnings of its words or of what else it is called, by its own name first, from three letters on', () => {
  const command = (id: string, label: string, also: string): Command => ({ id, label, also, step: { kind: 'draw' } })
  const commands = [command('share', 'Bagikan tampilan', 'unduh cetak'), command('print', 'Cetak lembar', '')]
  const found = (text: string) => findCommands(commands, text).map(({ id }) => id)
  expect(found('cet')).toEqual(['print', 'share'])
  expect(found('lem cet')).toEqual(['print'])
  expect(found('ce')).toEqual([])
  expect(found('etak')).toEqual([])
  expect(found('Undúh')).toEqual(['share'])
})
