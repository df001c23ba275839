import { type Activity, SENSITIVITIES, type Sensitivity, type Site } from './activity.ts'
import { type Code, levelOf } from './codes.ts'
import type { AnyRecord, Visibility } from './record.ts'

/** Who reads: anybody, or members of Sekber who are signed in. What an organisation keeps to itself neither sees. */
export type Reader = 'everyone' | 'members'

const DISCLOSURES = ['nothing', 'generalised', 'all'] as const
/** How much of a record somebody may see. */
export type Disclosure = (typeof DISCLOSURES)[number]

const BY_VISIBILITY: { readonly [V in Visibility]: { readonly [R in Reader]: Disclosure } } = {
  public: { everyone: 'all', members: 'all' },
  generalised: { everyone: 'generalised', members: 'all' },
  partners: { everyone: 'nothing', members: 'all' },
  organisation: { everyone: 'nothing', members: 'nothing' },
}

/** Of sites without a sensitivity of their own. */
const COMMON_GRID_DEGREES = 0.1
/** A place shown on a fixed grid, never with chance noise: repeated noise averages out (Chapman 2020, GBIF). */
export const GRID_DEGREES: { readonly [S in Sensitivity]: number } = {
  indigenous_territory: 0.1,
  endangered_species: 0.1,
}

/** Whether leave to show the place was given and stands. */
export const hasConsent = ({ consent }: NonNullable<Activity['sensitive']>): boolean =>
  consent !== undefined && consent.withdrawn === undefined

/** What the record allows, whatever its verification says; a sensitive place without consent is its owner's alone. */
export const disclosureTo = (reader: Reader, { kind, record }: AnyRecord): Disclosure => {
  if (kind === 'activity' && record.sensitive && !hasConsent(record.sensitive)) return 'nothing'
  const disclosure = BY_VISIBILITY[record.visibility][reader]
  // Only sites of work have a coarser form: an area of a target or a zone snapped to a grid would be another area.
  return disclosure === 'generalised' && kind !== 'activity' ? 'nothing' : disclosure
}

export const leastOf = (disclosures: readonly Disclosure[]): Disclosure =>
  DISCLOSURES[Math.min(...disclosures.map((one) => DISCLOSURES.indexOf(one)))] ?? 'nothing'

export const gridOf = ({ sensitive }: Pick<Activity, 'sensitive'>): number =>
  sensitive && SENSITIVITIES.includes(sensitive.kind) ? GRID_DEGREES[sensitive.kind] : COMMON_GRID_DEGREES

/** The official position of a village or island, lng, lat, the same whatever boundaries are installed; null where none is known. */
export type PointOf = (code: Code) => readonly [lng: number, lat: number] | null

/**
 * A sensitive site is told by its cell of the grid only where at least so many different ones lie in that cell; with fewer
 * the record is shown without it, and no figure counts it. Places that stand whole for everyone, and sites named by a
 * district or more, hide nobody and are not counted. Too few today is
 * too few for every earlier day.
 */
export const FEWEST_TOLD = 3

/** How places are made coarser. `isTold` knows which cells hold enough sensitive sites. */
export type Coarsening = { readonly pointOf: PointOf; readonly isTold: (cell: string) => boolean }

const UNITS_PER_DEGREE = 1e7

/** The middle of the grid's cell, counted in whole units so that no rounding can tell two places in one cell apart. */
const snap = (degrees: number, gridDegrees: number): number => {
  const step = Math.round(gridDegrees * UNITS_PER_DEGREE)
  const cell = Math.floor(Math.round(degrees * UNITS_PER_DEGREE) / step)
  return (cell * step + step / 2) / UNITS_PER_DEGREE
}

const positionsIn = (coordinates: unknown): readonly (readonly number[])[] => {
  if (!Array.isArray(coordinates)) return []
  return typeof coordinates[0] === 'number' ? [coordinates as number[]] : coordinates.flatMap(positionsIn)
}

/** The middle of the box around a shape. */
const middleOf = (coordinates: unknown): readonly [number, number] | null => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng = Number.NaN, lat = Number.NaN] of positionsIn(coordinates)) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return west <= east ? [(west + east) / 2, (south + north) / 2] : null
}

const COARSE_LEVELS = ['region', 'regency', 'district']

const coarsen = (site: Site, gridDegrees: number, pointOf: PointOf): Site | null => {
  if ('code' in site && COARSE_LEVELS.includes(levelOf(site.code) ?? '')) return { code: site.code }
  const middle = 'code' in site ? pointOf(site.code) : middleOf(site.geometry.coordinates)
  if (!middle) return null
  const [lng, lat] = middle
  return { geometry: { type: 'Point', coordinates: [snap(lng, gridDegrees), snap(lat, gridDegrees)] } }
}

/** A cell of the grid that sensitive sites lie in, with what the owner wrote there. */
export type SensitiveSite = { readonly cell: string; readonly site: string }

const cellOf = (coarse: Site): string => JSON.stringify(coarse)
const isDrawn = (coarse: Site): boolean => 'geometry' in coarse

/** The activity's sites that the grid hides, whether or not they are told. */
export const sensitiveSites = (
  { sites }: Pick<Activity, 'sites'>,
  gridDegrees: number,
  pointOf: PointOf,
): readonly SensitiveSite[] =>
  sites.flatMap((site) => {
    const coarse = coarsen(site, gridDegrees, pointOf)
    if (!coarse || !isDrawn(coarse)) return []
    return [{ cell: cellOf(coarse), site: JSON.stringify('code' in site ? site.code : site.geometry) }]
  })

/**
 * The activity with every site finer than a district moved to the middle of its cell of a fixed grid, sites of one cell
 * once, of a sensitive activity only those whose cell is told; without photos, names of sites and the owner's own number,
 * which may tell the place.
 */
export const generalise = (
  activity: Activity,
  gridDegrees: number,
  { pointOf, isTold }: Coarsening,
  isSensitive = activity.sensitive !== undefined,
): Activity => {
  const { photos: _, externalId: __, ...rest } = activity
  const sites = activity.sites
    .flatMap((site) => coarsen(site, gridDegrees, pointOf) ?? [])
    .filter((coarse) => !isSensitive || !isDrawn(coarse) || isTold(cellOf(coarse)))
  return { ...rest, sites: [...new Map(sites.map((site) => [cellOf(site), site])).values()] }
}
