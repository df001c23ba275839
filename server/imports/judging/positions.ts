import type { Position } from 'geojson'
import type { RowFinding } from '../../../data/model/importing.ts'
import { type Axis, parseAngle } from '../../../data/model/reading/coordinates.ts'
import { fromGrid } from '../../../data/model/reading/grids.ts'
import { findMetres, plainPosition, readAngle, readPosition } from '../../../data/model/reading/positions.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Cell, RowCells } from './cells.ts'
import type { Plan } from './plan.ts'
import { onlyCell, type Settled, say, settle } from './settle.ts'

/** Where the columns of a row put it, as lng, lat; a latitude beyond 90 is kept, to be asked about. */
export type Placed = Settled<Position> & {
  /** The same position with its numbers changed over, by column. */
  readonly swapped: { readonly [column: string]: string } | null
  /** The same row without a position. */
  readonly blank: { readonly [column: string]: string }
}

const NOWHERE: Placed = { value: null, findings: [], swapped: null, blank: {} }

const halfGiven = (column: string): Words => ({
  id: `Hanya kolom "${column}" yang terisi. Isi lintang dan bujurnya, atau kosongkan keduanya.`,
  en: `Only the column "${column}" is filled. Write both latitude and longitude, or empty both.`,
})
const METRES: Words = {
  id: 'Koordinat ini tampaknya meter, bukan derajat. Pilih zona UTM atau TM-3 untuk seluruh berkas, atau tulis derajatnya.',
  en: 'These coordinates look like metres, not degrees. Choose the UTM or TM-3 zone for the whole file, or write degrees.',
}

/** Eastings of UTM and TM-3 lie below a million metres. Southern zones go on behind the equator, where half of Sintang lies: Indonesia ends at six degrees. */
const [MOST_EASTING_M, MOST_NORTHING_M] = [1_000_000, 10_670_000]

/** Metres in two columns, as grids are written: easting under the longitude, northing under the latitude; 111.375 with 1.125 are degrees. */
export const findGridPosition = (lng: string, lat: string): readonly [eastingM: number, northingM: number] | null => {
  if (parseAngle(lng) && parseAngle(lat)) return null
  const found = findMetres(lng, lat)
  if (!found) return null
  const [x, y] = found
  return x > 0 && x <= MOST_EASTING_M && y >= 0 && y <= MOST_NORTHING_M ? [x, y] : null
}

const inMetres = (
  [eastingM, northingM]: readonly [number, number],
  { column }: Cell,
  { answers }: Plan,
  blank: Placed['blank'],
): Placed => {
  if (!answers.crs) return { ...NOWHERE, blank, findings: [say('question', 'sites', 'crs', METRES, column)] }
  const { lng, lat } = fromGrid(answers.crs, eastingM, northingM)
  return { ...NOWHERE, blank, value: [lng, lat] }
}

/** A letter of the other axis outweighs the column that the angle stands in. */
const inOrder = (lng: { degrees: number; axis: Axis | null }, lat: { degrees: number; axis: Axis | null }): Position =>
  lng.axis === 'lat' && lat.axis === 'lng' ? [lat.degrees, lng.degrees] : [lng.degrees, lat.degrees]

const fromColumns = (lngCell: Cell, latCell: Cell, plan: Plan): Placed => {
  const blank = { [lngCell.column]: '', [latCell.column]: '' }
  const metres = findGridPosition(lngCell.text, latCell.text)
  if (metres) return inMetres(metres, latCell, plan, blank)
  const [lng, lat] = [
    settle('sites', lngCell, (text) => readAngle(text, 'lng')),
    settle('sites', latCell, (text) => readAngle(text, 'lat')),
  ]
  const findings: RowFinding[] = [...lng.findings, ...lat.findings]
  if (!lng.value || !lat.value) return { ...NOWHERE, blank, findings }
  return {
    value: inOrder(lng.value, lat.value),
    findings,
    swapped: { [lngCell.column]: latCell.text, [latCell.column]: lngCell.text },
    blank,
  }
}

const fromOne = (cell: Cell): Placed => {
  const { value, findings } = settle('sites', cell, readPosition)
  const blank = { [cell.column]: '' }
  if (!value) return { ...NOWHERE, blank, findings }
  const turned = Math.abs(value.lng) <= 90 ? { [cell.column]: plainPosition({ lng: value.lat, lat: value.lng }) } : null
  return { value: [value.lng, value.lat], findings, swapped: turned, blank }
}

/** The position in the columns of a row; none where they are blank. */
export const positionOf = (row: RowCells, plan: Plan): Placed => {
  const [lng, lat, pair] = [
    onlyCell('sites', row.of('lng')),
    onlyCell('sites', row.of('lat')),
    onlyCell('sites', row.of('coordinates')),
  ]
  const findings = [...lng.findings, ...lat.findings, ...pair.findings]
  if (findings.length > 0) return { ...NOWHERE, findings }
  if (lng.value && lat.value) return fromColumns(lng.value, lat.value, plan)
  if (pair.value) return fromOne(pair.value)
  const half = lng.value ?? lat.value
  return half
    ? { ...NOWHERE, findings: [say('error', 'sites', 'missing', halfGiven(half.column), half.column)] }
    : NOWHERE
}
