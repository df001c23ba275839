import type { ChangeAnswer } from '../../data/model/answers.ts'
import type { Period } from '../../data/model/period.ts'
import { compare, type NameUnit, type Side } from '../change.ts'
import type { Past, Standpoint } from '../past.ts'
import { badRequest, quote } from '../problems.ts'
import type { Scope } from '../relevance.ts'
import type { World } from '../world.ts'
import { type Asked, readQuestion } from './cover.ts'
import type { Position } from './parameters.ts'

type AskedChange = Omit<Asked, 'period'> & {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly period?: Period | undefined
  readonly since?: Position | undefined
  readonly until?: Position | undefined
}

const UNCLEAR = {
  id: 'Bandingkan dua tahun dengan "from" dan "to", atau satu periode pada dua waktu dengan "period" dan "since" (dan "until" bila bukan sekarang); jangan campur keduanya.',
  en: 'Compare two years with "from" and "to", or one period at two moments with "period" and "since" (and "until" unless it is now); do not mix the two.',
}

const oneYear = (year: number): Period => ({ from: year, to: year })
const DAY_MS = 86_400_000

/** The journal position that a moment means; a day begins with `since` and ends with `until`. */
export const positionOf = async (
  world: World,
  past: Past,
  name: 'since' | 'until',
  moment: Position,
): Promise<number> => {
  const { seq: last } = world.everyone.asOf()
  if ('day' in moment) {
    const begins = Date.parse(moment.day)
    return Math.min(last, await past.positionBefore(new Date(name === 'since' ? begins : begins + DAY_MS)))
  }
  if (moment.seq <= last) return moment.seq
  throw badRequest({
    id: `Jurnal baru sampai entri ${last}; ${quote(name)} meminta entri ${moment.seq}. Tulis 0 sampai ${last}, atau sebuah tanggal.`,
    en: `The journal reaches entry ${last}; ${quote(name)} asks for entry ${moment.seq}. Write 0 to ${last}, or a date.`,
  })
}

const standAt = async (world: World, past: Past, seq: number, scope: Scope): Promise<Standpoint> => {
  const { everyone } = world
  if (seq < everyone.asOf().seq) return past.at(seq, scope)
  return { asOf: everyone.asOf(), engine: everyone.engine, find: everyone.find }
}

/** The earlier side and the later one. */
export const sidesOf = async (
  world: World,
  past: Past,
  asked: Omit<AskedChange, keyof Asked> & Pick<AskedChange, 'period'>,
  scope: Omit<Scope, 'period'>,
): Promise<Side[]> => {
  const { from, to, period, since, until } = asked
  const now = world.everyone.asOf().seq
  if (from !== undefined && to !== undefined && period === undefined && since === undefined && until === undefined) {
    if (from >= to)
      throw badRequest({
        id: `"from" harus sebelum "to"; yang diminta ${from} dan ${to}. Tukar atau ganti salah satu.`,
        en: `"from" must come before "to"; asked were ${from} and ${to}. Swap them or change one.`,
      })
    const standpoint = await standAt(world, past, now, { ...scope, period: oneYear(from) })
    return [from, to].map((year) => ({ standpoint, period: oneYear(year) }))
  }
  if (from !== undefined || to !== undefined || period === undefined || since === undefined) throw badRequest(UNCLEAR)
  const first = await positionOf(world, past, 'since', since)
  const last = until === undefined ? now : await positionOf(world, past, 'until', until)
  if (first > last)
    throw badRequest({
      id: `"since" (entri ${first}) jatuh setelah "until" (entri ${last}). Tukar keduanya.`,
      en: `"since" (entry ${first}) falls after "until" (entry ${last}). Swap the two.`,
    })
  const at = (seq: number) => standAt(world, past, seq, { ...scope, period })
  return [
    { standpoint: await at(first), period },
    { standpoint: await at(last), period },
  ]
}

export const answerChange = async (world: World, past: Past, asked: AskedChange): Promise<ChangeAnswer> => {
  const { period: _, ...question } = readQuestion(world, { ...asked, period: asked.period ?? oneYear(0) })
  const [before, after] = await sidesOf(world, past, asked, question)
  const { geography } = world
  const { level } = question
  const nameUnit: NameUnit = (code, standpoints) => {
    const drawn = level === 'zone' || level === 'authority' ? standpoints.map(({ find }) => find(level, code)) : []
    const record = drawn.find((held) => held !== null)?.record
    return record
      ? { name: record.name, within: geography.nameOf(record.region) }
      : { name: geography.nameOf(code), within: geography.nameAbove(code) }
  }
  return { asOf: world.everyone.asOf(), ...compare(question, before!, after!, nameUnit) }
}
