import type { Site, SiteGeometry } from '../../../data/model/activity.ts'
import { type Code, isWithin } from '../../../data/model/codes.ts'
import type { RowFinding, RowRemedy } from '../../../data/model/importing.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Finding } from '../../../data/model/work.ts'
import { placeOf, swapped } from '../../work/checks/sites.ts'
import { reachOfSites } from '../../work/reach.ts'
import type { RawSite } from '../reading/table.ts'
import type { RowCells } from './cells.ts'
import type { Known } from './known.ts'
import { placeNamed } from './place.ts'
import type { Plan } from './plan.ts'
import { type Placed, positionOf } from './positions.ts'
import { type Settled, say, told } from './settle.ts'

const NO_PLACE: Words = {
  id: 'Tempat kosong. Isi nama desa, kode Kemendagri, atau koordinatnya.',
  en: 'No place is given. Write the name of the village, its Kemendagri code, or its position.',
}
const pointElsewhere = (found: string, named: string): Words => ({
  id: `Titiknya di ${found}, tetapi tertulis ${named}. Pilih yang benar.`,
  en: `The point is in ${found}, but ${named} is written. Choose which is right.`,
})
const TAKE_POINT: Words = { id: 'Pakai titiknya', en: 'Use the point' }
const takePlace = (name: string): Words => ({ id: `Pakai ${name}`, en: `Use ${name}` })
const SWAP: Words = { id: 'Balik bujur dan lintang', en: 'Swap longitude and latitude' }
const WITHOUT_SHAPE: Words = { id: 'Pakai tempat yang tertulis saja', en: 'Use only the place that is written' }

/** A geometry of the row with the cells that would change it. */
type Shape = {
  readonly geometry: SiteGeometry
  readonly column: string | null
  readonly swap: RowRemedy['given'] | null
  readonly blank: RowRemedy['given']
  readonly findings: readonly RowFinding[]
}

const ofFile = ({ geometry, fault, note }: RawSite, row: RowCells, named: Code | null): Shape => {
  const remedies = named ? [{ words: WITHOUT_SHAPE, given: { '@sites': 'none' } }] : []
  return {
    geometry: row.shape === 'swapped' ? swapped(geometry) : geometry,
    column: null,
    swap: row.shape === 'swapped' ? null : { '@sites': 'swapped' },
    blank: { '@sites': 'none' },
    findings: [
      ...(fault ? [say('error', 'sites', 'geometry', fault, null, remedies)] : []),
      ...(note ? [say('warning', 'sites', 'crossing', note)] : []),
    ],
  }
}

const ofColumns = ({ value, swapped: swap, blank }: Placed, row: RowCells): readonly Shape[] =>
  value
    ? [
        {
          geometry: { type: 'Point', coordinates: value },
          column: (row.of('lat')[0] ?? row.of('coordinates')[0])?.column ?? null,
          swap,
          blank,
          findings: [],
        },
      ]
    : []

const remediesOf = ({ name, remedy }: Finding, { swap, blank }: Shape): readonly RowRemedy[] => {
  if (name === 'swapped') return swap ? [{ words: SWAP, given: swap }] : []
  const code =
    remedy && typeof remedy.value === 'object' && remedy.value !== null && 'code' in remedy.value
      ? remedy.value.code
      : null
  return remedy && typeof code === 'string' ? [{ words: remedy.words, given: { ...blank, '@code': code } }] : []
}

/** Answered for the whole file: what only lies right the other way round is turned. */
const turned = (shape: Shape, known: Known, { answers }: Plan): Shape => {
  if (!answers.swapsAll || shape.swap === null) return shape
  const isSwapped = placeOf({ geometry: shape.geometry }, 0, null, known.room.world).some(
    ({ name }) => name === 'swapped',
  )
  return isSwapped ? { ...shape, geometry: swapped(shape.geometry), swap: null } : shape
}

/** A point in another village than the one that is written beside it. */
const disagreement = (
  { geometry, column, blank }: Shape,
  named: Code | null,
  { room }: Known,
): readonly RowFinding[] => {
  const { geography } = room.world
  const reached = reachOfSites([{ geometry }], room.world).map(({ code }) => code)
  if (
    named === null ||
    reached.length === 0 ||
    reached.some((code) => isWithin(code, named) || geography.find(named)?.village === code)
  )
    return []
  const villages = reached.filter((code) => geography.find(code)?.level === 'village')
  const found = geography.nameOf(villages[0] ?? reached[0]!)
  return [
    say('question', 'sites', 'disagree', pointElsewhere(found, geography.nameOf(named)), column, [
      { words: TAKE_POINT, given: { '@code': '', '@village': '', '@district': '', '@regency': '' } },
      { words: takePlace(geography.nameOf(named)), given: blank },
    ]),
  ]
}

const judgeShape = (shape: Shape, index: number, named: Code | null, known: Known): readonly RowFinding[] => {
  if (shape.findings.some(({ severity }) => severity === 'error')) return shape.findings
  const found = placeOf({ geometry: shape.geometry }, index, known.region, known.room.world)
  return [
    ...shape.findings,
    ...found.map((finding) => told(finding, shape.column, remediesOf(finding, shape))),
    ...disagreement(shape, named, known),
  ]
}

/** At sea, or just beyond a boundary, a point reaches no village: then the village that is written stands beside it. */
const sitesOf = (shapes: readonly Shape[], named: Code | null, { room }: Known): readonly Site[] => {
  const geometries = shapes.map(({ geometry }): Site => ({ geometry }))
  if (named === null) return geometries
  return geometries.length === 0 || reachOfSites(geometries, room.world).length === 0
    ? [...geometries, { code: named }]
    : geometries
}

/** The places of a row: the shape that came with it, the position in its columns, or the place that it names. */
export const placesOf = (row: RowCells, known: Known, plan: Plan): Settled<readonly Site[]> => {
  const named = placeNamed(row, known, plan)
  const raw = row.shape === 'none' ? [] : row.raw.sites
  const placed = positionOf(row, plan)
  const given = raw.length > 0 ? raw.map((site) => ofFile(site, row, named.value)) : ofColumns(placed, row)
  const shapes = given.map((shape) => turned(shape, known, plan))
  const fault =
    row.shape !== 'none' && row.raw.fault
      ? [
          say(
            'error',
            'sites',
            'geometry',
            row.raw.fault,
            null,
            named.value ? [{ words: WITHOUT_SHAPE, given: { '@sites': 'none' } }] : [],
          ),
        ]
      : []
  const findings = [
    ...named.findings,
    ...fault,
    ...(raw.length > 0 ? [] : placed.findings),
    ...shapes.flatMap((shape, index) => judgeShape(shape, index, named.value, known)),
  ]
  const sites = sitesOf(shapes, named.value, known)
  if (sites.length > 0) return { value: sites, findings }
  return { value: null, findings: findings.length > 0 ? findings : [say('error', 'sites', 'missing', NO_PLACE)] }
}
