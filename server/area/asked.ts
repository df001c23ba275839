import type { AreaReportRequest } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { FIRST_YEAR, LAST_YEAR, type Period, parsePeriod } from '../../data/model/period.ts'
import type { Geography } from '../geography.ts'
import { nearMatches } from '../near.ts'
import { badRequest, quote } from '../problems.ts'
import { requirePlace } from '../routes/asked.ts'
import { type Drawn, isArea, isObject, readDrawn } from './drawn.ts'

/** What a report is about: one of a shape and a list of units, ready to be used. */
export type AreaAsked = {
  readonly subject: { readonly drawn: Drawn } | { readonly units: readonly Code[] }
  /** 0 is no buffer. */
  readonly bufferKm: number
  readonly period: Period
}

const MOST_UNITS = 2_000
export const WIDEST_BUFFER_KM = 50
const FIELDS = ['geometry', 'units', 'bufferKm', 'period'] as const satisfies readonly (keyof AreaReportRequest)[]

const SHAPE_OR_UNITS = {
  id: 'Laporan ini tentang satu bentuk atau satu daftar unit. Kirim "geometry" atau "units", salah satu saja.',
  en: 'The report is about one shape or one list of units. Send either "geometry" or "units".',
}
const NEEDS_BUFFER = {
  id: 'Titik dan garis tidak punya luas. Tambahkan "bufferKm", misalnya 2, untuk wilayah di sekitarnya.',
  en: 'Points and lines have no area. Add "bufferKm", such as 2, for the ground around them.',
}

/** GeoJSON is taken as it is, alone or as a Feature; anything else must name its parts. */
const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> => {
  if (!isObject(body))
    throw badRequest({
      id: 'Kiriman ini bukan objek JSON. Kirim geometri GeoJSON, sebuah Feature, atau {"units": ["61.05.01.2007"]}.',
      en: 'The body is no JSON object. Send a GeoJSON geometry, a Feature, or {"units": ["61.05.01.2007"]}.',
    })
  if (body.type === 'Feature') return { geometry: body.geometry }
  if (body.type === 'FeatureCollection')
    throw badRequest({
      id: 'FeatureCollection berisi banyak bentuk. Kirim satu Feature saja, atau gabungkan menjadi satu MultiPolygon.',
      en: 'A FeatureCollection holds many shapes. Send one Feature, or join them into one MultiPolygon.',
    })
  if ('type' in body) return { geometry: body }
  const unknown = Object.keys(body).find((name) => !FIELDS.some((field) => field === name))
  if (unknown === undefined) return body
  const near = nearMatches(unknown, FIELDS, 1)[0]
  throw badRequest({
    id: `Isian ${quote(unknown)} tidak dikenal. ${near ? `Maksud Anda ${quote(near)}?` : `Yang dikenal: ${FIELDS.join(', ')}.`}`,
    en: `The field ${quote(unknown)} is not known. ${near ? `Did you mean ${quote(near)}?` : `Known are: ${FIELDS.join(', ')}.`}`,
  })
}

const readUnits = (units: unknown, geography: Geography): readonly Code[] => {
  if (!Array.isArray(units) || units.length === 0 || units.some((unit) => typeof unit !== 'string'))
    throw badRequest({
      id: '"units" harus berisi kode wilayah, misalnya ["61.05.01", "61.05.02.2003"]. Tambahkan paling sedikit satu.',
      en: '"units" must hold place codes, such as ["61.05.01", "61.05.02.2003"]. Add at least one.',
    })
  if (units.length > MOST_UNITS)
    throw badRequest({
      id: `"units" berisi ${units.length} kode; paling banyak ${MOST_UNITS}. Tulis kode kecamatan atau kabupaten sebagai gantinya.`,
      en: `"units" holds ${units.length} codes; at most ${MOST_UNITS} are taken. Write codes of districts or regencies instead.`,
    })
  return [...new Set(units.map((unit: string) => requirePlace(unit, geography)))]
}

const readBuffer = (value: unknown): number => {
  if (value === undefined) return 0
  if (typeof value === 'number' && value >= 0 && value <= WIDEST_BUFFER_KM) return value
  throw badRequest({
    id: `"bufferKm" harus bilangan 0 sampai ${WIDEST_BUFFER_KM}, dalam kilometer. Ubah lalu kirim lagi.`,
    en: `"bufferKm" must be a number from 0 to ${WIDEST_BUFFER_KM}, in kilometres. Change it and send it again.`,
  })
}

const readPeriod = (value: unknown, thisYear: number): Period => {
  if (value === undefined) return { from: thisYear, to: thisYear }
  const period = typeof value === 'string' ? parsePeriod(value) : null
  if (period) return period
  throw badRequest({
    id: `"period" harus tahun atau rentang tahun antara ${FIRST_YEAR} dan ${LAST_YEAR} sebagai teks, misalnya "2026" atau "2024/2026".`,
    en: `"period" must be a year or a range of years between ${FIRST_YEAR} and ${LAST_YEAR} as text, such as "2026" or "2024/2026".`,
  })
}

/** Reads the body of a request for a report; `thisYear` is meant where no period is given. */
export const readAreaAsked = (body: unknown, geography: Geography, thisYear: number): AreaAsked => {
  const { geometry, units, bufferKm: buffer, period } = fieldsOf(body)
  if ((geometry === undefined) === (units === undefined)) throw badRequest(SHAPE_OR_UNITS)
  const bufferKm = readBuffer(buffer)
  const rest = { bufferKm, period: readPeriod(period, thisYear) }
  if (units !== undefined) return { subject: { units: readUnits(units, geography) }, ...rest }
  const drawn = readDrawn(isObject(geometry) && geometry.type === 'Feature' ? geometry.geometry : geometry)
  if (!isArea(drawn) && bufferKm === 0) throw badRequest(NEEDS_BUFFER)
  return { subject: { drawn }, ...rest }
}
