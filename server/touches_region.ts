import { type Code, isWithin } from '../data/model/codes.ts'
import type { AnyRecord, Kind } from '../data/model/record.ts'
import type { Held } from './audience.ts'
import { describe } from './describe.ts'
import type { World } from './world.ts'

/** Whether a record that everyone sees concerns a region: work by the ground it reaches, others by the places they name. */
export const touchesRegion = (
  { kind, id, held }: { readonly kind: Kind; readonly id: string; readonly held: Held },
  region: Code,
  { everyone }: World,
): boolean => {
  const isNear = (code: Code) => isWithin(code, region) || isWithin(region, code)
  if (kind === 'activity' || kind === 'target')
    return everyone.engine.reachedCodes(kind, id).some((code) => isWithin(code, region))
  const { codes, region: own } = describe({ kind, record: held.record } as AnyRecord)
  return own === undefined && codes.length === 0 ? kind === 'organisation' : [...codes, own ?? ''].some(isNear)
}
