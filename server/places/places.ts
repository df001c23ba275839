import { createHash } from 'node:crypto'
import type { BoundaryStatus } from '../../data/model/answers.ts'
import { type Code, isWithin, levelOf, parentOf } from '../../data/model/codes.ts'
import { REGENCIES, type Regency } from '../../data/source/regencies.ts'
import { LAND } from './basemap.ts'
import { buildPlaces } from './build.ts'
import { computedOnce } from './cache.ts'
import type { Log } from './download.ts'
import { estimateOutlines } from './estimate.ts'
import { type Gathered, gather, REMEDY, type Sources } from './gather.ts'
import { GAZETTEER } from './gazetteer.ts'
import { type OfficialNames, readOfficialNames } from './names.ts'
import type { Outline } from './outline.ts'
import type { PlaceSet, SituatedPlace } from './place_set.ts'
import { openPlane, type Plane } from './plane.ts'

export type PlaceOptions = Omit<Sources, 'deadlineMs'> & {
  readonly deadlineMs?: number
  readonly regencies?: readonly Regency[]
}

const GAZETTEER_ATTRIBUTION =
  'Luasan: perkiraan dari titik dan luas desa (sel Voronoi di atas daratan GSHHG, LGPL); bukan batas.'

/** Goes into every cache key: raise it when the same input shall give another result. */
const METHOD = 1

const listed = (items: readonly string[]): string =>
  items.length > 5 ? `${items.slice(0, 5).join(', ')} dan ${items.length - 5} lagi` : items.join(', ')

/** Tells where boundary file and official list differ; the official names and the file's shapes are used. */
const compare = ({ villages: outlines, missing }: Gathered, names: OfficialNames, log: Log): void => {
  const isEstimated = (code: Code) => missing.some((regency) => isWithin(code, regency.code))
  const outlined = new Set(outlines.map(({ code }) => code))
  const renamed = outlines.filter(({ code, name }) => name && names.nameOf.has(code) && names.nameOf.get(code) !== name)
  const unknown = outlines.filter(({ code }) => !names.nameOf.has(code))
  const absent = names.villages.filter((code) => !isEstimated(code) && !outlined.has(code))
  if (renamed.length > 0) {
    const pairs = renamed.map(({ code, name }) => `${code} "${name}", resminya "${names.nameOf.get(code)}"`)
    log(`Nama yang berbeda dari daftar resmi: ${listed(pairs)}.`)
  }
  if (unknown.length > 0)
    log(`Batas dengan kode yang tidak ada di daftar resmi: ${listed(unknown.map(({ code }) => code))}.`)
  if (absent.length > 0) log(`Desa tanpa batas, tidak ada di peta: ${listed(absent)}.`)
}

const repaired = (plane: Plane, outlines: readonly Outline[], log: Log): Outline[] =>
  outlines.flatMap((outline) => {
    if (plane.isValid(outline.area)) return [outline]
    const area = plane.repair(outline.area)
    log(
      `Batas ${outline.code} memotong dirinya sendiri; ${area ? 'sudah diperbaiki' : 'tidak ada yang dapat dipakai'}.`,
    )
    return area ? [{ ...outline, area }] : []
  })

const compute = async (
  { villages, missing }: Gathered,
  regencies: readonly Code[],
  names: OfficialNames,
  log: Log,
): Promise<readonly SituatedPlace[]> => {
  const plane = await openPlane()
  const known = repaired(plane, villages, log)
  const isMissing = (code: Code) => missing.some((regency) => isWithin(code, regency.code))
  const rows = GAZETTEER.filter(({ code }) => levelOf(code) === 'village')
  const filled = missing.length > 0 ? estimateOutlines(plane, rows, isMissing, known) : []
  const estimated = new Set(missing.map(({ code }) => code))
  return buildPlaces({ plane, names, regencies, estimated }, [...known, ...filled])
}

const statusOf = ({ origin, attributions, missing }: Gathered): BoundaryStatus =>
  missing.length > 0
    ? {
        kind: 'estimated',
        origin: 'gazetteer',
        attribution: [...attributions, GAZETTEER_ATTRIBUTION].join(' '),
        remedy: REMEDY,
      }
    : { kind: 'indicative', origin: origin ?? 'gazetteer', attribution: attributions.join(' ') }

const contextOf = (
  surroundings: readonly Outline[],
  regencies: readonly Code[],
  names: OfficialNames,
): PlaceSet['context'] => ({
  type: 'FeatureCollection',
  features: surroundings
    .filter(({ code }) => levelOf(code) === 'regency' && !regencies.includes(code))
    .filter(({ code }) => regencies.some((regency) => parentOf(regency) === parentOf(code)))
    .map(({ code, name, area }) => ({
      type: 'Feature',
      properties: { code, name: names.nameOf.get(code) ?? name },
      geometry: area,
    })),
})

/**
 * Every place of the configured regencies, from the best boundaries at hand (see `gather`), else estimated from the gazetteer. Never
 * rejects for lack of boundaries or network, and waits for the network `deadlineMs` at most; what it does is told to `log` in words.
 */
export const loadPlaces = async (options: PlaceOptions): Promise<PlaceSet> => {
  const { home, log, deadlineMs = 8000, regencies = REGENCIES } = options
  const codes = regencies.map(({ code }) => code)
  const [names, gathered] = await Promise.all([readOfficialNames(codes), gather({ ...options, deadlineMs }, regencies)])
  const status = statusOf(gathered)
  if (status.remedy)
    log(
      `Luasan ${listed(gathered.missing.map(({ code }) => code))} adalah perkiraan. Untuk memasang batas jalankan: ${REMEDY}`,
    )
  compare(gathered, names, log)
  const input = [METHOD, codes, gathered.villages, gathered.missing, GAZETTEER, LAND, [...names.nameOf], names.islands]
  const key = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const places = await computedOnce({ home, name: 'places', key, log }, () => compute(gathered, codes, names, log))
  return {
    places,
    context: contextOf(gathered.surroundings, codes, names),
    status,
    names: names.nameOf,
    arriving: gathered.arriving,
    faults: gathered.faults,
  }
}
