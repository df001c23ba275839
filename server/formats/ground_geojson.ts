import { setImmediate as breathe } from 'node:timers/promises'
import type { GroundAnswer } from '../../data/model/answers.ts'
import { geojsonOf } from '../engine/from_plane.ts'
import { abandoned } from '../engine/geometry_worker/refusals.ts'
import type { GroundKind, UnitGround } from '../engine/grounds.ts'
import { toSquareMetres } from '../square_metres.ts'

type Head = Pick<GroundAnswer, 'asOf'> & { readonly kind: GroundKind; readonly nameOf: (code: string) => string }

/** Text of a regency takes a hundred milliseconds: others are let in this often. */
const AT_ONCE_MS = 10

/** The answer as GeoJSON text, one feature a unit, written a few at a time; rejects when `signal` fires. */
export const writeGrounds = async (
  grounds: readonly UnitGround[],
  { asOf, kind, nameOf }: Head,
  signal: AbortSignal,
): Promise<string> => {
  const texts: string[] = []
  let since = performance.now()
  for (const { code, areaHa, unitHa, organisations, area } of grounds) {
    const feature: GroundAnswer['features'][number] = {
      type: 'Feature',
      id: code,
      geometry: geojsonOf(area),
      properties: {
        code,
        name: nameOf(code),
        kind,
        areaHa: toSquareMetres(areaHa),
        unitHa: toSquareMetres(unitHa),
        organisations,
      },
    }
    texts.push(JSON.stringify(feature))
    if (performance.now() - since < AT_ONCE_MS) continue
    await breathe()
    if (signal.aborted) throw abandoned()
    since = performance.now()
  }
  const areaHa = toSquareMetres(grounds.reduce((sum, ground) => sum + ground.areaHa, 0))
  return `{"type":"FeatureCollection","asOf":${JSON.stringify(asOf)},"areaHa":${areaHa},"features":[${texts.join(',')}]}`
}
