import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AGREEMENT_STAGES } from '../data/model/agreement.ts'
import type { AgreementBoard } from '../data/model/agreement_board.ts'
import { type BoardStage, columnOf, DEFAULT_BOARD, placeIn, readBoard } from '../data/model/agreement_stages.ts'
import { AGREEMENT_STAGES_FILE, readAgreementStages } from '../server/agreement_stages.ts'
import { ConfigError } from '../server/config.ts'
import { movedTo } from '../web/agreements/NextStage.tsx'
import { serve } from './served.ts'
import { asRecord, type Desk, refused, type Served, sit } from './work/desk.ts'
import { agreement } from './world.ts'

/** Sekber of a regency counts the legal review apart, and gives it a fortnight. */
const REVIEW: BoardStage = {
  id: 'reviu_hukum',
  stage: 'drafting',
  label: { id: 'Reviu Bagian Hukum', en: 'Legal review' },
  days: 14,
}
const OWN: readonly BoardStage[] = DEFAULT_BOARD.flatMap((one) => (one.id === 'drafting' ? [one, REVIEW] : [one]))
const written = (board: readonly BoardStage[]) => JSON.parse(JSON.stringify(board)) as Record<string, unknown>[]

describe('the board of a regency', () => {
  test('is the six stages where nobody wrote another', async () => {
    const home = mkdtempSync(join(tmpdir(), 'bentang-stages-'))
    expect(await readAgreementStages(home)).toBe(DEFAULT_BOARD)
    writeFileSync(join(home, AGREEMENT_STAGES_FILE), JSON.stringify(OWN))
    expect(await readAgreementStages(home)).toEqual(OWN)
    writeFileSync(join(home, AGREEMENT_STAGES_FILE), '[{"id": "idea"')
    await expect(readAgreementStages(home)).rejects.toThrow(ConfigError)
    rmSync(home, { recursive: true })
  })

  test('is refused without a stage, out of its turn, with one id twice, or with a step that has no name', () => {
    expect(readBoard(written(OWN))).toEqual(OWN)
    expect(readBoard(written(OWN).slice(1))).toBeNull()
    expect(readBoard(written(OWN).reverse())).toBeNull()
    expect(readBoard([...written(OWN), { id: 'reviu_hukum', stage: 'ended', label: REVIEW.label }])).toBeNull()
    expect(readBoard([...written(DEFAULT_BOARD), { id: 'arsip', stage: 'ended' }])).toBeNull()
    expect(readBoard([{ id: 'signed', stage: 'idea' }, ...written(DEFAULT_BOARD)])).toBeNull()
    expect(readBoard(written(OWN).map((one) => ({ ...one, days: 0.5 })))).toBeNull()
    expect(readBoard('idea')).toBeNull()
  })

  test('has a column for every agreement: its own step, else its stage, else the first of its stage', () => {
    expect(columnOf({ stage: 'drafting', step: 'reviu_hukum' }, OWN)).toBe(REVIEW)
    expect(columnOf({ stage: 'drafting' }, OWN).id).toBe('drafting')
    expect(columnOf({ stage: 'drafting', step: 'hilang' }, OWN).id).toBe('drafting')
    expect(columnOf({ stage: 'drafting' }, [REVIEW, ...DEFAULT_BOARD]).id).toBe('drafting')
    expect(columnOf({ stage: 'signed', step: 'reviu_hukum' }, OWN).id).toBe('signed')
    for (const stage of AGREEMENT_STAGES) expect(columnOf({ stage }, DEFAULT_BOARD).stage).toBe(stage)
    expect([placeIn(REVIEW), placeIn(OWN[0]!)]).toEqual([{ stage: 'drafting', step: 'reviu_hukum' }, { stage: 'idea' }])
  })

  test('moving on leaves the step behind and keeps the way', () => {
    const before = agreement('g', ['dinas', 'akar'], { stage: 'idea', stages: [], next: { step: 'rapat' } })
    const reviewed = movedTo(before, REVIEW, '2026-03-01', '')
    expect(reviewed).toMatchObject({ stage: 'drafting', step: 'reviu_hukum' })
    const signed = movedTo(reviewed, OWN.find(({ id }) => id === 'signed')!, '2026-04-01', 'Berita acara')
    expect(signed).not.toHaveProperty('step')
    expect(signed.stages).toEqual([
      { stage: 'drafting', step: 'reviu_hukum', date: '2026-03-01' },
      { stage: 'signed', date: '2026-04-01', source: 'Berita acara' },
    ])
  })
})

let served: Served
let sekber: Desk
const inReview = agreement('g-reviu', ['dinas', 'akar'], {
  kind: 'KB',
  stage: 'drafting',
  step: 'reviu_hukum',
  stages: [
    { stage: 'drafting', date: '2025-01-01' },
    { stage: 'drafting', step: 'reviu_hukum', date: '2026-01-05' },
  ],
})
beforeAll(async () => {
  served = await serve([asRecord('agreement', inReview)], {}, [], {}, { agreementStages: OWN })
  sekber = await sit(served, 'moderator')
})
afterAll(() => served.world.close())

test('the board tells its columns, the day of the step, and who stays in it too long', async () => {
  const { columns, lines } = await sekber.get<AgreementBoard>('/api/agreements')
  expect(columns).toEqual(OWN)
  const line = lines.find(({ id }) => id === 'g-reviu')
  expect(line).toMatchObject({ stage: 'drafting', column: 'reviu_hukum', since: '2026-01-05' })
  expect(line?.isLate).toBe((line?.daysInStage ?? 0) > 14)
})

test('a step that the board does not have in that stage is refused with those it has', async () => {
  const { enteredBy: _, origin: __, verification: ___, ...record } = { ...inReview, id: '', step: 'hilang' }
  const fault = await refused(sekber.begin(record, false, undefined, 'agreement'))
  expect(fault.findings).toEqual([expect.objectContaining({ field: 'step', name: 'step_unknown' })])
  expect(fault.findings?.[0]?.words.en).toContain('reviu_hukum')
})
