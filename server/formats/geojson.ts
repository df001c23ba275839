import type { FeatureCollection, Geometry } from 'geojson'
import type { CoverageAnswer, CoverageUnit } from '../../data/model/answers.ts'
import { unitGeometry } from '../unit_record.ts'
import type { World } from '../world.ts'

type UnitProperties = Omit<CoverageUnit, 'verdict'> & { readonly verdict: string }
export type CoverageGeojson = FeatureCollection<Geometry | null, UnitProperties> & Omit<CoverageAnswer, 'units'>

export const writeCoverageGeojson = ({ units, ...head }: CoverageAnswer, world: World): CoverageGeojson => ({
  type: 'FeatureCollection',
  ...head,
  features: units.map((unit) => ({
    type: 'Feature',
    id: unit.code,
    geometry: unitGeometry(world, unit.level, unit.code),
    properties: { ...unit, verdict: unit.verdict.kind },
  })),
})
