import type { AnyRecord, Kind, RecordBase } from '../model/record.ts'
import { makePlans } from './action_plans.ts'
import { makeActivities } from './activities.ts'
import { makeAgreements } from './agreements.ts'
import { makeConvergences } from './convergences.ts'
import { groundOf, type SamplePlace } from './ground.ts'
import { makePartners } from './partners.ts'
import { makeProposals } from './proposals.ts'
import { seeded } from './random.ts'
import { makeStories } from './stories.ts'
import { askedBy, makeDepartments, makeTargets } from './targets.ts'
import { makeAuthority, makeZones } from './zones.ts'

export type { SamplePlace } from './ground.ts'

/** The year of the programme; any other seed gives another plausible one. */
export const SAMPLE_SEED = 2026

/** Every so many activities one is not for everybody's eyes, so that the review and the roles have something to show. */
const HIDDEN_EVERY = 36

const hide = <R extends RecordBase>(record: R, at: number): R => {
  if (at % HIDDEN_EVERY === 11) return { ...record, visibility: 'partners' }
  if (at % HIDDEN_EVERY === 23) return { ...record, visibility: 'organisation' }
  return at % HIDDEN_EVERY === 35 ? { ...record, verification: 'submitted' } : record
}

const entries = <K extends Kind>(kind: K, records: readonly Extract<AnyRecord, { kind: K }>['record'][]): AnyRecord[] =>
  records.map((record) => ({ kind, record }) as AnyRecord)

/**
 * The seeded, plausible programme (contoh). It knows committed facts only (codes, positions, hectares of the gazetteer),
 * so the same seed gives the same records whatever boundaries are installed.
 */
export const makeSample = (places: readonly SamplePlace[], seed = SAMPLE_SEED): readonly AnyRecord[] => {
  const random = seeded(seed)
  const ground = groundOf(places)
  const partners = makePartners(ground, random)
  const { targets, areas } = makeTargets(ground, random)
  const activities = makeActivities(ground, partners, askedBy(targets, ground), areas, random).map(hide)
  const departments = makeDepartments(random)
  const zones = makeZones(ground, partners, random)
  const authority = makeAuthority(ground, random)
  const agreements = makeAgreements(ground, partners, random)
  const convergences = makeConvergences(ground, partners, random)
  const proposals = makeProposals(ground, partners, random)
  return [
    ...entries(
      'organisation',
      partners.map(({ record }) => record),
    ),
    ...entries('organisation', departments),
    ...entries('target', targets),
    ...entries('activity', activities),
    ...entries('zone', zones),
    ...entries('authority', authority),
    ...entries('agreement', agreements),
    ...entries('convergence', convergences),
    ...entries('activity', proposals),
    ...entries('plan', makePlans(ground, agreements, activities, random)),
    ...entries('story', makeStories(ground, random)),
  ]
}
