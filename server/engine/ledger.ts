import type { Agreement } from '../../data/model/agreement.ts'
import type { OrganisationKind } from '../../data/model/organisation.ts'
import type { Plan } from '../../data/model/plan.ts'
import type { Target } from '../../data/model/target.ts'
import type { Zone } from '../../data/model/zone.ts'
import type { PlacedKind } from './cell.ts'
import type { EngineChange, Refusal } from './engine.ts'
import type { Records } from './evidence.ts'
import { footprintOf, type PlacedRecord } from './footprint.ts'
import type { Ground } from './ground.ts'
import type { Overlay } from './overlay.ts'
import type { Measured, Placement } from './placement.ts'
import type { Register } from './register.ts'

/** The records as they stand, and the one way to change them. */
export type Ledger = Records & {
  readonly agreements: ReadonlyMap<string, Agreement>
  readonly zones: ReadonlyMap<string, Zone>
  readonly plans: ReadonlyMap<string, Plan>
  apply(change: EngineChange): void
  /** Measures an activity ahead, so that `apply` only has to file it; villages and islands never change. */
  prepare(change: EngineChange): void
  refusals(): readonly Refusal[]
  /** What could not be used of each record, by kind and id. */
  readonly refused: ReadonlyMap<string, readonly Refusal[]>
  /** Activities whose facts were kept and that no change has confirmed since. */
  readonly recalled: ReadonlySet<string>
}

const replace = <T>(records: Map<string, T>, id: string, record: T | null): void => {
  if (record === null) records.delete(id)
  else records.set(id, record)
}

export type LedgerParts = {
  readonly ground: Ground
  readonly register: Register
  readonly placement: Placement
  readonly overlay: Overlay
  /** Refusals of the activities that the register was recalled with. */
  readonly refused?: readonly (readonly [string, readonly Refusal[]])[]
}

export const createLedger = (parts: LedgerParts): Ledger => {
  const { ground, register, placement, overlay } = parts
  const targets = new Map<string, Target>()
  const agreements = new Map<string, Agreement>()
  const zones = new Map<string, Zone>()
  const plans = new Map<string, Plan>()
  const kinds = new Map<string, OrganisationKind>()
  const refused = new Map<string, readonly Refusal[]>(parts.refused)
  const recalled = new Set(Array.from(register.slots(), register.idOf))
  const stamps = new Map<string, number>()
  let changes = 0
  /** Targets with a usable place. */
  const aimed = new Set<string>()

  const isKnown = (code: string): boolean => ground.named(code).length > 0

  const measured = new WeakMap<object, ReturnType<typeof footprintOf> & { readonly reaches: Measured }>()

  const put = ({ kind, record }: PlacedRecord, revision: number): void => {
    const placed = { kind, record } as PlacedRecord
    const ahead = measured.get(record)
    const { footprint, refusals } = ahead ?? footprintOf(placed, isKnown, overlay)
    if (refusals.length > 0) refused.set(`${kind} ${record.id}`, refusals)
    if (placed.kind === 'activity') placement.enter(placed.record, revision, footprint.places, ahead?.reaches)
    else if (footprint.places.length > 0) {
      placement.place(placed.kind, record.id, footprint, 'region' in placed.record ? placed.record.region : '')
      if (placed.kind === 'target') aimed.add(record.id)
    }
  }

  const withdraw = (kind: PlacedKind, id: string): void => {
    if (kind === 'activity') placement.leave(id)
    else placement.withdraw(kind, id)
    refused.delete(`${kind} ${id}`)
    if (kind === 'target') aimed.delete(id)
  }

  const place = (placed: PlacedRecord, revision: number): void => {
    const { kind, record } = placed
    try {
      put(placed, revision)
    } catch {
      // One record that cannot be measured must not keep a journal of thousands from being replayed.
      withdraw(kind, record.id)
      refused.set(`${kind} ${record.id}`, [{ kind, id: record.id, place: null, reason: 'not_measurable' }])
    }
  }

  // Asked late, because a zone that arrives after the work may be what it reaches. To reach no unit is ordinary for a
  // marine reserve or a zone at sea, and a slip for work or a target.
  const lost = (): Refusal[] => {
    const { sitesOf, idOf } = register
    const sited = [...register.slots()].filter((slot) => sitesOf.end(slot) > sitesOf.start(slot)).map(idOf)
    const reachesNothing = (kind: 'activity' | 'target') => (id: string) => placement.cellsOf(kind, id).length === 0
    const refusal = (kind: 'activity' | 'target') => (id: string) =>
      ({ kind, id, place: null, reason: 'reaches_nothing' }) as const
    return [
      ...sited.filter(reachesNothing('activity')).map(refusal('activity')),
      ...[...aimed].filter(reachesNothing('target')).map(refusal('target')),
    ]
  }

  /** True when the facts that were kept are those of this very revision. */
  const isKept = ({ kind, id, record, revision = 0 }: EngineChange): boolean =>
    kind === 'activity' &&
    recalled.delete(id) &&
    record !== null &&
    revision > 0 &&
    register.columns.revision[register.find(id)] === revision

  return {
    register,
    refused,
    recalled,
    stampOf: (target) => stamps.get(target) ?? 0,
    target: targets,
    agreements,
    zones,
    plans,
    // An organisation we know nothing of must not close a gap: it is taken for an agency, not for a partner.
    kindOf: (organisation) => kinds.get(organisation) ?? 'agency',
    prepare: (change) => {
      if (change.kind !== 'activity' || change.record === null) return
      try {
        const found = footprintOf({ kind: 'activity', record: change.record }, isKnown, overlay)
        measured.set(change.record, { ...found, reaches: placement.measure(found.footprint.places) })
      } catch {
        // What cannot be measured is refused when it is applied, with its reason.
      }
    },
    refusals: () => [...[...refused.values()].flat(), ...lost()],
    apply: (change) => {
      if (isKept(change)) return
      const { kind, id, record, revision = 0 } = change
      if (kind === 'organisation') replace(kinds, id, record?.kind ?? null)
      if (kind === 'agreement') replace(agreements, id, record)
      if (kind === 'target') {
        replace(targets, id, record)
        changes += 1
        stamps.set(id, changes)
      }
      if (kind === 'zone') replace(zones, id, record)
      if (kind === 'plan') replace(plans, id, record)
      if (kind === 'activity' || kind === 'target' || kind === 'zone' || kind === 'authority') {
        withdraw(kind, id)
        if (record) place({ kind, record } as PlacedRecord, revision)
      }
    },
  }
}
