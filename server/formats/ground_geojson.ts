import { setImmediate as breathe } from 'node:timers/promises'
import type { GroundAnswer } from '../../data/model/answers.ts'
import { abandoned } from '../engine/geometry_worker/refusals.ts'
import type { GroundKind, UnitGround } from '../engine/grounds.ts'
import { createBytes } from '../engine/reads/bytes.ts'
import { toSquareMetres } from '../square_metres.ts'
import { writeArea } from './area_bytes.ts'

type Properties = GroundAnswer['features'][number]['properties']
type Head = Pick<GroundAnswer, 'asOf'> & { readonly kind: GroundKind; readonly nameOf: (code: string) => string }

export const groundProperties = (
  { code, areaHa, unitHa, organisations }: UnitGround,
  kind: GroundKind,
  name: string,
): Properties => ({
  code,
  name,
  kind,
  areaHa: toSquareMetres(areaHa),
  unitHa: toSquareMetres(unitHa),
  organisations,
})

/** Text of a province takes tens of milliseconds: others are let in this often. */
const AT_ONCE_MS = 10

/** The answer as GeoJSON text, one feature a unit, written a few at a time; rejects when `signal` fires. */
export const writeGrounds = async (
  grounds: readonly UnitGround[],
  { asOf, kind, nameOf }: Head,
  signal: AbortSignal,
): Promise<Uint8Array> => {
  const bytes = createBytes()
  const sumHa = toSquareMetres(grounds.reduce((sum, ground) => sum + ground.areaHa, 0))
  bytes.text(`{"type":"FeatureCollection","asOf":${JSON.stringify(asOf)},"areaHa":${sumHa},"features":[`)
  let since = performance.now()
  for (const [at, ground] of grounds.entries()) {
    const { code, area } = ground
    const properties = groundProperties(ground, kind, nameOf(code))
    bytes.text(`${at === 0 ? '' : ','}{"type":"Feature","id":${JSON.stringify(code)},"geometry":`)
    writeArea(area, bytes)
    bytes.text(`,"properties":${JSON.stringify(properties)}}`)
    if (performance.now() - since < AT_ONCE_MS) continue
    await breathe()
    if (signal.aborted) throw abandoned()
    since = performance.now()
  }
  bytes.text(']}')
  return bytes.written()
}
