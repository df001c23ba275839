import { getDistricts, getIslands, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import { type Code, isWithin, parentOf } from '../../data/model/codes.ts'

export type OfficialIsland = {
  readonly code: Code
  readonly name: string
  readonly position: readonly [lng: number, lat: number]
  readonly populated: boolean
  readonly outermost: boolean
}

/** The official list of what lies in the given regencies, and the names of everything around them in their provinces. */
export type OfficialNames = {
  readonly nameOf: ReadonlyMap<Code, string>
  readonly kindOf: ReadonlyMap<Code, 'kabupaten' | 'kota'>
  readonly districts: readonly Code[]
  readonly villages: readonly Code[]
  readonly islands: readonly OfficialIsland[]
}

const ACRONYMS = ['DKI', 'DI']

/** Provinces and regencies arrive in capitals: "KABUPATEN KOTAWARINGIN TIMUR". */
const capitalised = (name: string): string =>
  name
    .split(' ')
    .map((word) => (ACRONYMS.includes(word) ? word : `${word.charAt(0)}${word.slice(1).toLowerCase()}`))
    .join(' ')

export const parseRegencyName = (name: string): { kind: 'kabupaten' | 'kota'; name: string } => {
  const [, kind, rest] = /^(KABUPATEN|KOTA) (.+)$/i.exec(name) ?? []
  return {
    kind: kind?.toUpperCase() === 'KOTA' ? 'kota' : 'kabupaten',
    name: capitalised((rest ?? name).toUpperCase()),
  }
}

const DMS = /^(\d{1,2})°(\d{1,2})'(\d{1,2}(?:\.\d+)?)"\s*([NS])\s+(\d{1,3})°(\d{1,2})'(\d{1,2}(?:\.\d+)?)"\s*([EW])$/

const degrees = (parts: readonly (string | undefined)[], negative: boolean): number => {
  const [whole = 0, minutes = 0, seconds = 0] = parts.map(Number)
  const value = whole + minutes / 60 + seconds / 3600
  return Number((negative ? -value : value).toFixed(6))
}

/** `01°36'18.00" S 108°53'48.99" E` as lng, lat. */
export const parseDms = (text: string): [lng: number, lat: number] | null => {
  const match = DMS.exec(text.trim())
  if (!match) return null
  const lat = degrees(match.slice(1, 4), match[4] === 'S')
  const lng = degrees(match.slice(5, 8), match[8] === 'W')
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? [lng, lat] : null
}

export const readOfficialNames = async (regencies: readonly Code[]): Promise<OfficialNames> => {
  const provinces = new Set(regencies.map(parentOf))
  const isOurs = ({ code }: { code: string }): boolean => regencies.some((regency) => isWithin(code, regency))
  const [allProvinces, allRegencies, allDistricts, allVillages, allIslands] = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    getVillages(),
    getIslands(),
  ])
  const around = allRegencies.filter(({ province_code }) => provinces.has(province_code))
  const districts = allDistricts.filter(isOurs)
  const villages = allVillages.filter(isOurs)
  const islands = allIslands.filter(isOurs).flatMap((island) => {
    const position = parseDms(island.coordinate)
    return position
      ? [
          {
            code: island.code,
            name: island.name,
            position,
            populated: island.is_populated === '1',
            outermost: island.is_outermost_small === '1',
          },
        ]
      : []
  })
  return {
    nameOf: new Map([
      ...allProvinces
        .filter(({ code }) => provinces.has(code))
        .map(({ code, name }) => [code, capitalised(name)] as const),
      ...around.map(({ code, name }) => [code, parseRegencyName(name).name] as const),
      ...[...districts, ...villages, ...islands].map(({ code, name }) => [code, name] as const),
    ]),
    kindOf: new Map(around.map(({ code, name }) => [code, parseRegencyName(name).kind] as const)),
    districts: districts.map(({ code }) => code),
    villages: villages.map(({ code }) => code),
    islands,
  }
}
