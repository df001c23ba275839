import type { Code } from '../../data/model/codes.ts'
import { badRequest } from '../problems.ts'
import type { World } from '../world.ts'
import type { AreaAsked } from './asked.ts'
import { type Buffered, bufferAround } from './buffer.ts'
import { type Drawn, isArea } from './drawn.ts'
import type { UnitGround } from './unit_ground.ts'

const withoutShape = (points: ReturnType<UnitGround['points']>) => {
  const named = points.map(({ code, name }) => `${code} (${name})`).join(', ')
  return badRequest({
    id: `${named} hanya dikenal sebagai titik, tanpa luas. Minta tersendiri dengan "bufferKm", atau hapus dari "units".`,
    en: `${named} is known as a point only, without an area. Ask for it alone with "bufferKm", or remove it from "units".`,
  })
}

const drawnFrom = async (
  units: readonly Code[],
  hasBuffer: boolean,
  ground: UnitGround,
  signal: AbortSignal,
): Promise<Drawn> => {
  const points = ground.points(units)
  if (points.length > 0) {
    if (!hasBuffer || points.length < units.length) throw withoutShape(points)
    return { type: 'MultiPoint', coordinates: points.map(({ geometry }) => geometry.coordinates) }
  }
  const area = await ground.areaOf(units, signal)
  if (area) return area
  throw badRequest({
    id: 'Unit ini tidak punya batas desa di sini. Pilih unit lain, atau gambar bentuknya.',
    en: 'These units have no village boundaries here. Choose other units, or draw the shape.',
  })
}

/** The ground that a report is asked about. */
export const groundOf = async (
  { subject, bufferKm }: AreaAsked,
  ground: UnitGround,
  { geometry: worker }: Pick<World, 'geometry'>,
  signal: AbortSignal,
): Promise<Buffered> => {
  const drawn = 'drawn' in subject ? subject.drawn : await drawnFrom(subject.units, bufferKm > 0, ground, signal)
  return bufferKm === 0 && isArea(drawn)
    ? { geometry: drawn, repaired: false }
    : bufferAround(drawn, bufferKm, worker, signal)
}
