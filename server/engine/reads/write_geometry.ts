import { AREA, CODE, LINE, POINT } from '../packed.ts'
import type { Register } from '../register.ts'
import type { Bytes } from './bytes.ts'
import { someRing } from './packed_area.ts'

/** A point, a line or one polygon: from where to where its numbers go, ring by ring. */
type Part = { readonly kind: number; readonly from: number[]; readonly to: number[] }

const TYPES: Readonly<Record<number, string>> = { [POINT]: 'Point', [LINE]: 'LineString', [AREA]: 'Polygon' }

const partsOf = (slot: number, { columns, geometry, sitesOf }: Register): Part[] => {
  const parts: Part[] = []
  const numbers = geometry.numbers()
  for (let at = sitesOf.start(slot); at < sitesOf.end(slot); at += 1) {
    const site = sitesOf.numbers()[at]!
    const kind = columns.kind[site]!
    if (kind === CODE) continue
    const start = geometry.start(site)
    if (kind !== AREA) {
      parts.push({ kind, from: [start], to: [geometry.end(site)] })
      continue
    }
    someRing(numbers, start, (from, to, isHole) => {
      if (isHole) {
        parts.at(-1)!.from.push(from)
        parts.at(-1)!.to.push(to)
      } else parts.push({ kind, from: [from], to: [to] })
      return false
    })
  }
  return parts
}

const writeCoordinates = ({ kind, from, to }: Part, numbers: Int32Array, bytes: Bytes): void => {
  if (kind === POINT) bytes.position(numbers, from[0]!)
  else if (kind === LINE) bytes.path(numbers, from[0]!, to[0]!)
  else {
    for (let ring = 0; ring < from.length; ring += 1) {
      bytes.text(ring === 0 ? '[' : ',')
      bytes.path(numbers, from[ring]!, to[ring]!)
    }
    bytes.text(']')
  }
}

/** One geometry for all sites of an activity, of one type wherever they are of one type; null where it only names places. */
export const writeGeometry = (slot: number, register: Register, bytes: Bytes): void => {
  const parts = partsOf(slot, register)
  const numbers = register.geometry.numbers()
  const writePart = (part: Part): void => {
    bytes.text(`{"type":"${TYPES[part.kind]}","coordinates":`)
    writeCoordinates(part, numbers, bytes)
    bytes.text('}')
  }
  const kind = parts[0]?.kind
  if (kind === undefined) bytes.text('null')
  else if (parts.length === 1) writePart(parts[0]!)
  else {
    const isMixed = parts.some((part) => part.kind !== kind)
    bytes.text(
      isMixed ? '{"type":"GeometryCollection","geometries":[' : `{"type":"Multi${TYPES[kind]}","coordinates":[`,
    )
    for (const [index, part] of parts.entries()) {
      if (index > 0) bytes.text(',')
      if (isMixed) writePart(part)
      else writeCoordinates(part, numbers, bytes)
    }
    bytes.text(']}')
  }
}
