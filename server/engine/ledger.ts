import type { Activity } from '../../data/model/activity.ts'
import type { Agreement } from '../../data/model/agreement.ts'
import type { OrganisationKind } from '../../data/model/organisation.ts'
import type { Target } from '../../data/model/target.ts'
import type { Zone } from '../../data/model/zone.ts'
import type { PlacedKind } from './cell.ts'
import type { EngineChange, Refusal } from './engine.ts'
import type { Records } from './evidence.ts'
import { footprintOf, type PlacedRecord } from './footprint.ts'
import type { Ground } from './ground.ts'
import type { Overlay } from './overlay.ts'
import type { Placement } from './placement.ts'

/** The records as they stand, and the one way to change them. */
export type Ledger = Records & {
  readonly agreements: ReadonlyMap<string, Agreement>
  readonly zones: ReadonlyMap<string, Zone>
  apply(change: EngineChange): void
  refusals(): readonly Refusal[]
}

const replace = <T>(records: Map<string, T>, id: string, record: T | null): void => {
  if (record === null) records.delete(id)
  else records.set(id, record)
}

export const createLedger = (ground: Ground, placement: Placement, overlay: Overlay): Ledger => {
  const activities = new Map<string, Activity>()
  const targets = new Map<string, Target>()
  const agreements = new Map<string, Agreement>()
  const zones = new Map<string, Zone>()
  const kinds = new Map<string, OrganisationKind>()
  const refused = new Map<string, readonly Refusal[]>()
  const aimed = new Map<string, { readonly kind: PlacedKind; readonly id: string }>()

  const isKnown = (code: string): boolean => ground.named(code).length > 0

  const place = (placed: PlacedRecord): void => {
    const { kind, record } = placed
    const { footprint, refusals } = footprintOf(placed, isKnown, overlay)
    if (refusals.length > 0) refused.set(`${kind} ${record.id}`, refusals)
    if (footprint.places.length === 0) return
    try {
      placement.place(kind, record.id, footprint, 'region' in record ? record.region : '')
      // To reach no unit is ordinary for a marine reserve or a zone at sea, and a slip for work or a target.
      if (kind === 'activity' || kind === 'target') aimed.set(`${kind} ${record.id}`, { kind, id: record.id })
    } catch {
      // One record that GEOS gives up on must not keep a journal of thousands from being replayed.
      placement.withdraw(kind, record.id)
      refused.set(`${kind} ${record.id}`, [{ kind, id: record.id, place: null, reason: 'not_measurable' }])
    }
  }

  const withdraw = (kind: PlacedKind, id: string): void => {
    placement.withdraw(kind, id)
    refused.delete(`${kind} ${id}`)
    aimed.delete(`${kind} ${id}`)
  }

  // Asked late, because a zone that arrives after the work may be what it reaches.
  const lost = (): Refusal[] =>
    [...aimed.values()]
      .filter(({ kind, id }) => placement.cellsOf(kind, id).length === 0)
      .map(({ kind, id }) => ({ kind, id, place: null, reason: 'reaches_nothing' }))

  return {
    activity: activities,
    target: targets,
    agreements,
    zones,
    // An organisation we know nothing of must not close a gap: it is taken for an agency, not for a partner.
    kindOf: (organisation) => kinds.get(organisation) ?? 'agency',
    refusals: () => [...[...refused.values()].flat(), ...lost()],
    apply: (change) => {
      const { kind, id, record } = change
      if (kind === 'organisation') replace(kinds, id, record?.kind ?? null)
      if (kind === 'agreement') replace(agreements, id, record)
      if (kind === 'activity') replace(activities, id, record)
      if (kind === 'target') replace(targets, id, record)
      if (kind === 'zone') replace(zones, id, record)
      if (kind === 'activity' || kind === 'target' || kind === 'zone' || kind === 'authority') {
        withdraw(kind, id)
        if (record) place({ kind, record } as PlacedRecord)
      }
    },
  }
}
