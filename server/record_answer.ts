import type { RecordAnswer } from '../data/model/answers.ts'
import { completenessOf } from '../data/model/completeness.ts'
import { type AnyRecord, freshnessDays, type Kind } from '../data/model/record.ts'
import type { Held } from './audience.ts'
import { type Bounds, boundsOf } from './bounds.ts'
import { describe } from './describe.ts'
import { relatedTo } from './related.ts'
import type { World } from './world.ts'

const boundsAround = (entry: AnyRecord, { geography }: World): Bounds | null => {
  const { geometries, codes, region } = describe(entry)
  const named = codes.length > 0 ? codes : geometries.length === 0 && region ? [region] : []
  return boundsOf([...geometries, ...named.flatMap((own) => geography.find(own)?.geometry ?? [])])
}

const reachedBy = ({ kind: own, record: { id: ownId } }: AnyRecord, { geography, everyone }: World) => {
  if (own !== 'activity' && own !== 'target' && own !== 'zone' && own !== 'authority') return []
  return everyone.engine
    .reach(own, ownId)
    .map(({ code: unit, areaHa }) => ({ code: unit, name: geography.nameOf(unit), areaHa }))
}

/** A record as everyone sees it, with what belongs to it; `today` is ISO. */
export const recordAnswer = (
  { kind, record, revision }: Held & { readonly kind: Kind },
  today: string,
  world: World,
): RecordAnswer => {
  const entry = { kind, record } as AnyRecord
  const { share, missing } = completenessOf(entry)
  return {
    asOf: world.everyone.asOf(),
    kind,
    record,
    revision,
    freshnessDays: freshnessDays(record, today),
    completeness: { share, missing },
    bbox: boundsAround(entry, world),
    villages: reachedBy(entry, world),
    related: relatedTo(entry, world),
  }
}
