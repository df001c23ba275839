import { type Code, isWithin, parentOf } from '../model/codes.ts'
import type { Random } from './random.ts'
import { distanceKm, type LngLat } from './shapes.ts'

/** A place as the sample may know it, from committed facts only. */
export type SamplePlace = {
  readonly code: Code
  readonly name: string
  readonly level: 'regency' | 'district' | 'village' | 'island'
  readonly position: LngLat
  readonly areaHa: number
}

export const SINTANG = '61.05'
export const KAYONG_UTARA = '61.11'
export const KARIMATA = '61.11.06'
export const SERUYAN = '62.07'
export const KOTIM = '62.02'

/** Almost nobody reports from here: the far north and the far east of Sintang. */
const SILENT_DISTRICTS: readonly Code[] = ['61.05.06', '61.05.15']

const BORDER_KM = 22

export type Ground = {
  readonly villages: readonly SamplePlace[]
  readonly islands: readonly SamplePlace[]
  nameOf(code: Code): string
  within(code: Code): readonly SamplePlace[]
  /** Villages of Sintang where partners report. */
  readonly lively: readonly SamplePlace[]
  readonly silent: readonly SamplePlace[]
  readonly livelyDistricts: readonly SamplePlace[]
  /** Villages of Seruyan and Kotawaringin Timur near each other's territory. */
  readonly border: readonly SamplePlace[]
  /** The `count` villages of `among` nearest to a place, itself first. */
  nearest(place: SamplePlace, among: readonly SamplePlace[], count: number): readonly SamplePlace[]
}

export const groundOf = (places: readonly SamplePlace[]): Ground => {
  const ordered = [...places].sort((a, b) => (a.code < b.code ? -1 : 1))
  const villages = ordered.filter(({ level }) => level === 'village')
  const names = new Map(ordered.map(({ code, name }) => [code, name]))
  const within = (code: Code) => villages.filter((village) => isWithin(village.code, code))
  const isSilent = ({ code }: SamplePlace) => SILENT_DISTRICTS.includes(parentOf(code) ?? '')
  const sintang = within(SINTANG)
  const [seruyan, kotim] = [within(SERUYAN), within(KOTIM)]
  const isNear = (village: SamplePlace, others: readonly SamplePlace[]) =>
    others.some(({ position }) => distanceKm(position, village.position) < BORDER_KM)
  return {
    villages,
    islands: ordered.filter(({ level }) => level === 'island'),
    nameOf: (code) => names.get(code) ?? code,
    within,
    lively: sintang.filter((village) => !isSilent(village)),
    silent: sintang.filter(isSilent),
    livelyDistricts: ordered.filter(
      ({ code, level }) => level === 'district' && isWithin(code, SINTANG) && !SILENT_DISTRICTS.includes(code),
    ),
    border: [
      ...seruyan.filter((village) => isNear(village, kotim)),
      ...kotim.filter((village) => isNear(village, seruyan)),
    ],
    nearest: (place, among, count) =>
      among
        .map((village) => ({ village, awayKm: distanceKm(village.position, place.position) }))
        .sort((a, b) => a.awayKm - b.awayKm)
        .slice(0, count)
        .map(({ village }) => village),
  }
}

/** A smooth field over the land: neighbours get like values, so that what is chosen by it looks like a region, not like salt. */
export const fieldOver = (villages: readonly SamplePlace[], random: Random): ((place: SamplePlace) => number) => {
  const hills = random.sample(villages, 9).map(({ position }) => ({
    position,
    height: random.between(-1, 1),
    reachKm: random.between(18, 55),
  }))
  const grain = new Map(villages.map(({ code }) => [code, random.between(-0.28, 0.28)]))
  const known = new Map<Code, number>()
  const valueAt = ({ code, position: here }: SamplePlace): number =>
    hills.reduce(
      (sum, { position, height, reachKm }) => sum + height * Math.exp(-((distanceKm(position, here) / reachKm) ** 2)),
      grain.get(code) ?? 0,
    )
  return (place) => {
    const value = known.get(place.code) ?? valueAt(place)
    known.set(place.code, value)
    return value
  }
}
