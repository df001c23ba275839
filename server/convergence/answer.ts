import { type Code, isWithin, levelOf } from '../../data/model/codes.ts'
import { type CONVERGENCE_QUESTIONS, type Convergence, isProgramme } from '../../data/model/convergence.ts'
import type {
  AuthorityHere,
  ConvergenceAnswer,
  ConvergenceParty,
  ConvergencePlace,
  Evidence,
  PartyCells,
  WorksSaid,
} from '../../data/model/convergence_answer.ts'
import { countCells, judgeBuilding, judgeCell } from '../../data/model/convergence_judged.ts'
import { boundsOf } from '../bounds.ts'
import type { SituatedPlace } from '../places/index.ts'
import { toSquareMetres } from '../square_metres.ts'
import type { World } from '../world.ts'
import { figuresOf } from './figures.ts'
import { listsOf } from './lists.ts'
import { proposalsIn } from './proposals.ts'

export type ConvergenceAsked = {
  readonly programme: string | undefined
  readonly place: Code | undefined
  /** ISO date. */
  readonly today: string
}

const villageOf = (code: Code, { geography }: Pick<World, 'geography'>): Code => geography.find(code)?.village ?? code

/** Whether a programme is about a place: one of its own, what lies in one, or what one lies in. */
const reaches = ({ places }: Convergence, place: Code, world: Pick<World, 'geography'>): boolean => {
  const village = villageOf(place, world)
  return places.some((one) => isWithin(one, village) || isWithin(village, one))
}

/** Programmes for everyone, and of them those about a place. */
export const programmesOf = ({ everyone, geography }: World, place?: Code): readonly Convergence[] =>
  everyone
    .all('convergence')
    .filter((one) => isProgramme(one) && (place === undefined || reaches(one, place, { geography })))

/** Villages of a programme with their inhabited islands after each, and islands that a report names. */
const placesOf = (programme: Convergence, reports: readonly Convergence[], { geography }: World) => {
  const named = new Set(reports.flatMap(({ places }) => places))
  const villages = [...new Set(programme.places)].flatMap((code) =>
    levelOf(code) === 'village' || geography.find(code)?.island
      ? (geography.find(code) ?? [])
      : geography.within(code, 'village'),
  )
  const islands = geography.within(programme.region, 'island')
  return villages.flatMap((village) => [
    village,
    ...islands.filter(
      ({ code, village: holder, island }) =>
        holder === village.code && (island?.populated || named.has(code)) && !programme.places.includes(code),
    ),
  ])
}

const organisationOf = (id: string, { everyone }: World) => everyone.find('organisation', id)?.record
const namedAs = (id: string, world: World) => ({ id, name: organisationOf(id, world)?.name ?? id })

const partyOf = (party: Convergence['parties'][number], region: Code, world: World): ConvergenceParty => {
  const record = organisationOf(party.id, world)
  return {
    id: party.id,
    name: record?.name ?? party.name ?? party.id,
    kind: record?.kind ?? null,
    shortName: record?.shortName ?? null,
    isOwn: record?.region !== undefined && isWithin(record.region, region),
    origin: record?.origin ?? 'entered',
  }
}

const originOf = ({ id, source, confirmed, origin }: Convergence) => ({ record: id, source, confirmed, origin })

const evidenceFor = (
  reports: readonly Convergence[],
  place: Code,
  party: string,
  question: (typeof CONVERGENCE_QUESTIONS)[number],
  world: World,
): readonly Evidence[] =>
  reports.flatMap((report) =>
    report.cells
      .filter((cell) => cell.place === place && cell.party === party)
      .flatMap(({ [question]: value }) =>
        value === null
          ? []
          : [{ ...originOf(report), value, by: report.owner === undefined ? null : namedAs(report.owner, world) }],
      ),
  )

const cellsOf = (reports: readonly Convergence[], place: Code, parties: readonly ConvergenceParty[], world: World) =>
  parties.map(
    ({ id }): PartyCells => ({
      party: id,
      planned: judgeCell(evidenceFor(reports, place, id, 'planned', world)),
      budgeted: judgeCell(evidenceFor(reports, place, id, 'budgeted', world)),
      monitored: judgeCell(evidenceFor(reports, place, id, 'monitored', world)),
    }),
  )

/** Authority areas over a place, the largest part first. */
export const authorityHere = ({ geometry, areaHa: wholeHa }: SituatedPlace, world: World): readonly AuthorityHere[] =>
  world.everyone.engine
    .authorityAt(geometry)
    .flatMap(({ id, areaHa }): AuthorityHere[] => {
      const record = world.everyone.find('authority', id)?.record
      if (!record) return []
      const { name, kind, holder, decree, note, source, confirmed, origin } = record
      return [
        {
          id,
          name,
          kind,
          holder: namedAs(holder, world),
          areaHa: areaHa === null ? null : toSquareMetres(areaHa),
          share: areaHa === null || wholeHa <= 0 ? null : Math.min(1, Number((areaHa / wholeHa).toFixed(4))),
          ...(decree === undefined ? {} : { decree }),
          ...(note === undefined ? {} : { note }),
          source,
          confirmed,
          origin,
        },
      ]
    })
    .sort((a, b) => (b.areaHa ?? 0) - (a.areaHa ?? 0) || a.id.localeCompare(b.id))

const worksAt = (reports: readonly Convergence[], place: Code, village: Code): readonly WorksSaid[] => {
  const at = (code: Code) =>
    reports.flatMap((report) =>
      (report.works ?? []).filter((one) => one.place === code).map((one) => ({ ...originOf(report), ...one })),
    )
  const own = at(place)
  return own.length > 0 ? own : at(village)
}

const placeOf = (
  place: SituatedPlace,
  reports: readonly Convergence[],
  parties: readonly ConvergenceParty[],
  world: World,
): ConvergencePlace => {
  const authority = authorityHere(place, world)
  const works = worksAt(reports, place.code, place.village ?? place.code)
  return {
    code: place.code,
    name: place.name,
    level: place.island ? 'island' : 'village',
    village: place.island ? (place.village ?? null) : null,
    position: place.position,
    areaHa: place.areaHa > 0 ? place.areaHa : null,
    cells: cellsOf(reports, place.code, parties, world),
    authority,
    works,
    building: judgeBuilding(authority, works),
  }
}

/** The regency's own first, the others in the order they are named. */
const partiesOf = (programme: Convergence, reports: readonly Convergence[], world: World) => {
  const all = [programme, ...reports].flatMap(({ parties }) => parties)
  return [...new Map(all.map((party) => [party.id, party])).values()]
    .map((party) => partyOf(party, programme.region, world))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
}

const aboutOf = ({ id, title, region, steps, note, source, confirmed }: Convergence) => ({
  id,
  title,
  region,
  steps,
  note: note ?? null,
  source,
  confirmed,
})

const NOTHING = { islands: 0, inhabited: 0, landHa: 0 }

/** The matrix of a programme with the evidence of every cell, who may act where, what stands in the way, and what to ask of whom. */
export const answerConvergence = (
  world: World,
  { programme: id, place, today }: ConvergenceAsked,
): ConvergenceAnswer => {
  const { everyone } = world
  const all = programmesOf(world)
  const candidates = place === undefined ? all : programmesOf(world, place)
  const programme = id === undefined ? candidates[0] : all.find((one) => one.id === id)
  const about = {
    asOf: everyone.asOf(),
    today,
    programmes: all.map(({ id: own, title, region }) => ({ id: own, title, region })),
  }
  if (!programme)
    return {
      ...about,
      programme: null,
      bbox: null,
      parties: [],
      places: [],
      counts: countCells([]),
      warnings: [],
      lists: [],
      figures: [],
      counted: NOTHING,
      sample: false,
    }
  const reports = everyone.all('convergence').filter((one) => one === programme || one.programme === programme.id)
  const parties = partiesOf(programme, reports, world)
  const situated = placesOf(programme, reports, world)
  const places = situated.map((one) => placeOf(one, reports, parties, world))
  const warnings = proposalsIn(situated, world)
  const { figures, counted } = figuresOf(programme, situated, world)
  return {
    ...about,
    programme: aboutOf(programme),
    bbox: boundsOf(situated.map(({ geometry }) => geometry)),
    parties,
    places,
    counts: countCells(places.flatMap(({ cells }) => cells)),
    warnings,
    lists: listsOf({ parties, places, warnings }, (one) => organisationOf(one, world)?.parent ?? null),
    figures,
    counted,
    sample:
      reports.some(({ origin }) => origin === 'sample') ||
      places.some(({ authority }) => authority.some(({ origin }) => origin === 'sample')),
  }
}
