import type { UnitLevel } from '../data/model/answers.ts'
import { type FlowPartner, type FlowPlace, type FlowsAnswer, figuresOfFlows, flowsOf } from '../data/model/flows.ts'
import { type Asked, answerCoverage, readQuestion } from './routes/cover.ts'
import type { World } from './world.ts'

/** Where a place holds villages that can be counted. */
const isOfVillages = (level: UnitLevel): boolean => level === 'district' || level === 'regency'

const byReach = (a: FlowPartner, b: FlowPartner): number =>
  b.places - a.places || b.activities - a.activities || (a.name < b.name ? -1 : 1)

/** Who works where, by the very units and activities that the verdicts stand on. */
export const answerFlows = (world: World, asked: Asked): FlowsAnswer => {
  const { engine, find } = world.everyone
  const coverage = answerCoverage(world, asked)
  const { asOf, region, theme, period, level, denominator, sample, units } = coverage
  const villages = isOfVillages(level) ? engine.coverage(readQuestion(world, { ...asked, level: 'village' })) : null
  const flows = flowsOf({
    places: units,
    villages,
    find: (id) => find('activity', id)?.record ?? null,
    kindOf: (id) => find('organisation', id)?.record.kind ?? null,
  })
  const drawn = new Set(flows.flatMap(({ activities }) => activities))
  const budgetOf = (id: string) => find('activity', id)?.record.budgetIdr ?? null
  const counting = { budgetOf, hasVillages: villages !== null }
  const alone = units.map(({ activities }) => activities.filter((id) => !drawn.has(id)))
  const partners = [...new Set(flows.map(({ partner }) => partner))].flatMap((id): FlowPartner[] => {
    const record = find('organisation', id)?.record
    const own = flows.filter(({ partner }) => partner === id)
    return record
      ? [{ id, name: record.name, kind: record.kind, origin: record.origin, ...figuresOfFlows(own, counting) }]
      : []
  })
  const places = units.map(({ code, name, within, verdict }): FlowPlace => {
    const own = flows.filter(({ place }) => place === code)
    const { places: _, ...figures } = figuresOfFlows(own, counting)
    return { code, name, within, verdict: verdict.kind, partners: own.length, ...figures }
  })
  return {
    asOf,
    region,
    theme,
    period,
    level,
    denominator,
    villages: villages?.length ?? null,
    sample,
    total: figuresOfFlows(flows, counting),
    unaccompanied: {
      activities: new Set(alone.flat()).size,
      places: alone.filter((ids) => ids.length > 0).length,
    },
    partners: partners.sort(byReach),
    places,
    flows,
    activities: [...drawn].sort().map((id) => ({
      id,
      title: find('activity', id)?.record.title ?? id,
      budgetIdr: budgetOf(id),
    })),
  }
}
