import type { Geometry } from 'geojson'
import type { Site } from '../../data/model/activity.ts'
import type { Code } from '../../data/model/codes.ts'
import type { PlacedKind } from './cell.ts'
import type { EngineChange, Refusal } from './engine.ts'
import type { Overlay } from './overlay.ts'
import { parseShape, type Shape } from './shape.ts'

/** What a record names or draws. `whole`: a code stands for the area of its units (targets), else only for presence there. */
export type Footprint = {
  readonly places: readonly (Shape | Code)[]
  readonly whole: boolean
  readonly themes: readonly string[]
}

export type PlacedRecord = {
  [K in PlacedKind]: { kind: K; record: NonNullable<Extract<EngineChange, { kind: K }>['record']> }
}[PlacedKind]

const sitesOf = ({
  kind,
  record,
}: PlacedRecord): readonly ({ readonly code: Code } | { readonly geometry: Geometry })[] => {
  switch (kind) {
    case 'activity':
      return record.sites satisfies readonly Site[]
    case 'target':
      return 'codes' in record.area ? record.area.codes.map((code) => ({ code })) : [record.area]
    case 'zone':
    case 'authority':
      return [{ geometry: record.geometry }]
  }
}

const themesOf = ({ kind, record }: PlacedRecord): readonly string[] =>
  kind === 'activity' ? record.themes : kind === 'target' ? [record.theme] : []

/** What cannot be used is refused by itself; the rest of the record stands. */
export const footprintOf = (
  placed: PlacedRecord,
  isKnown: (code: Code) => boolean,
  overlay: Overlay,
): { footprint: Footprint; refusals: readonly Refusal[] } => {
  const { kind, record } = placed
  const places: (Shape | Code)[] = []
  const refusals: Refusal[] = []
  for (const [place, site] of sitesOf(placed).entries()) {
    if ('code' in site) {
      if (isKnown(site.code)) places.push(site.code)
      else refusals.push({ kind, id: record.id, place, reason: 'unknown_place' })
      continue
    }
    const shape = parseShape(site.geometry, overlay)
    if (typeof shape === 'string') refusals.push({ kind, id: record.id, place, reason: shape })
    else places.push(shape)
  }
  return { footprint: { places, whole: kind === 'target', themes: themesOf(placed) }, refusals }
}
