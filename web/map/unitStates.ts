import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Code } from '../../data/model/codes.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { TilesetId } from '../../styles/sources.ts'

export type Painted = { readonly tileset: TilesetId; readonly verdicts: ReadonlyMap<Code, VerdictKind> }

export const NOTHING_PAINTED: Painted = { tileset: 'villages', verdicts: new Map() }

/** Brings the map from one answer to the next, touching only units whose verdict changed. */
export const paintVerdicts = (map: MapLibreMap, before: Painted, after: Painted): void => {
  const set = ({ tileset }: Painted, code: Code, verdict: VerdictKind | null) =>
    map.setFeatureState({ source: tileset, sourceLayer: tileset, id: code }, { verdict })
  const same = before.tileset === after.tileset
  for (const code of before.verdicts.keys()) if (!same || !after.verdicts.has(code)) set(before, code, null)
  for (const [code, verdict] of after.verdicts)
    if (!same || before.verdicts.get(code) !== verdict) set(after, code, verdict)
}
