import type { LineString, MultiPolygon, Point, Polygon, Position } from 'geojson'
import type { Activity, Site } from '../data/model/activity.ts'
import type { Agreement } from '../data/model/agreement.ts'
import { parentOf } from '../data/model/codes.ts'
import type { Organisation, OrganisationKind } from '../data/model/organisation.ts'
import type { Plan, PlanAction } from '../data/model/plan.ts'
import type { RecordBase } from '../data/model/record.ts'
import type { Scene, Story } from '../data/model/story.ts'
import type { Target } from '../data/model/target.ts'
import type { Zone } from '../data/model/zone.ts'
import type { EngineChange, Place } from '../server/engine/engine.ts'
import { hectares } from '../server/engine/equal_area.ts'

/*
 * A country of squares, each 0.01 by 0.01 degrees, just north of the equator and east of 110 degrees:
 *
 *   lng-110  0.00     0.02     0.04      0.06     0.08     0.10      0.20 0.21  0.22 0.23  0.24
 *   lat 0.02  +--------+--------+--------+|--------+--------+
 *             |  Asam  | Bakau  |Cempaka ||  Damar |  Enau  |
 *   lat 0.01  |        |        |        ||        |        |        +---+     +---+
 *             |        |        |        ||        |        |        |   Gambir    |       o Karang
 *   lat 0.00  +--------+--------+--------+|--------+--------+        +---+     +---+
 *             '---- 99.01.01 ----'99.01.02'------------------ 99.02.01 ------------------'
 *
 * Asam, Bakau and Cempaka share their edges exactly. Damar's boundary is wrong by 0.0001 degrees: it lies over Cempaka.
 *
 * One square: 0.01 deg of longitude on the equator is 6,378,137 m x pi / 18,000 = 1,113.195 m; 0.01 deg of latitude is
 * 6,378,137 x (1 - e2) x pi / 18,000 = 6,335,439 x pi / 18,000 = 1,105.743 m. Together 1,230,908 m2 = 123.0908 ha,
 * and up to 0.02 deg north less by no more than one in a hundred thousand.
 * Asam has four squares: 492.363 ha. The fault between Cempaka and Damar: 11.132 m x 2,211.486 m = 2.462 ha, which is more
 * than 1 ha but only 0.5 % of either village.
 */
export const SQUARE_HA = 123.0908

const WEST = 110
export const at = (x: number, y: number): Position => [WEST + x, y]
export const point = (x: number, y: number): Point => ({ type: 'Point', coordinates: at(x, y) })
export const line = (...path: readonly (readonly [number, number])[]): LineString => ({
  type: 'LineString',
  coordinates: path.map(([x, y]) => at(x, y)),
})
export const rectangle = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)]],
})
export const parts = (...polygons: readonly Polygon[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: polygons.map(({ coordinates }) => coordinates),
})

export const ASAM = '99.01.01.2001'
export const BAKAU = '99.01.01.2002'
export const CEMPAKA = '99.01.02.2001'
export const DAMAR = '99.02.01.2001'
export const ENAU = '99.02.01.2002'
export const GAMBIR = '99.02.01.2003'
/** An island with a shape: the western part of Gambir. */
export const GAMBIR_ISLAND = '99.02.40001'
/** An island known by its position only, held by Gambir. */
export const KARANG_ISLET = '99.02.40002'

export const SHAPES = {
  [ASAM]: rectangle(0, 0, 0.02, 0.02),
  [BAKAU]: rectangle(0.02, 0, 0.04, 0.02),
  [CEMPAKA]: rectangle(0.04, 0, 0.06, 0.02),
  [DAMAR]: rectangle(0.0599, 0, 0.08, 0.02),
  [ENAU]: rectangle(0.08, 0, 0.1, 0.02),
  [GAMBIR]: parts(rectangle(0.2, 0, 0.21, 0.01), rectangle(0.22, 0, 0.23, 0.01)),
} as const

const village = (code: keyof typeof SHAPES, name: string): Place => ({
  code,
  name,
  level: 'village',
  parent: parentOf(code)!,
  geometry: SHAPES[code],
  areaHa: hectares(SHAPES[code]),
})

// Districts and regencies carry a deliberately wrong geometry: the engine must dissolve villages and never read these.
const larger = (code: string, name: string, level: 'district' | 'regency'): Place => ({
  code,
  name,
  level,
  parent: parentOf(code)!,
  geometry: rectangle(-1, -1, 1, 1),
  areaHa: 0,
})

export const PLACES: readonly Place[] = [
  larger('99.01', 'Barat', 'regency'),
  larger('99.02', 'Timur', 'regency'),
  larger('99.01.01', 'Hulu', 'district'),
  larger('99.01.02', 'Hilir', 'district'),
  larger('99.02.01', 'Pesisir', 'district'),
  village(ASAM, 'Asam'),
  village(BAKAU, 'Bakau'),
  village(CEMPAKA, 'Cempaka'),
  village(DAMAR, 'Damar'),
  village(ENAU, 'Enau'),
  village(GAMBIR, 'Gambir'),
  {
    code: GAMBIR_ISLAND,
    name: 'Pulau Gambir',
    level: 'island',
    parent: '99.02',
    geometry: rectangle(0.2, 0, 0.21, 0.01),
    areaHa: hectares(rectangle(0.2, 0, 0.21, 0.01)),
    village: GAMBIR,
  },
  {
    code: KARANG_ISLET,
    name: 'Pulau Karang',
    level: 'island',
    parent: '99.02',
    geometry: point(0.24, 0.005),
    areaHa: 0,
    village: GAMBIR,
  },
]

const base = (id: string): RecordBase => ({
  id,
  origin: 'sample',
  source: { text: 'world' },
  enteredBy: 'world',
  confirmed: '2026-01-01',
  verification: 'verified',
  visibility: 'public',
})

export const organisation = (id: string, kind: OrganisationKind, given: Partial<Organisation> = {}): Organisation => ({
  ...base(id),
  name: id,
  kind,
  urusan: [],
  themes: [],
  ...given,
})

/** An ongoing stunting activity from 2025 to 2027; organisations are implementers unless a role is given. */
export const activity = (
  id: string,
  organisations: readonly (string | Activity['organisations'][number])[],
  sites: readonly (Site | Point | LineString | Polygon | MultiPolygon | string)[],
  given: Partial<Activity> = {},
): Activity => ({
  ...base(id),
  title: id,
  themes: ['stunting'],
  organisations: organisations.map((party) => (typeof party === 'string' ? { id: party, role: 'implementer' } : party)),
  sites: sites.map((site) => (typeof site === 'string' ? { code: site } : 'type' in site ? { geometry: site } : site)),
  period: { start: '2025-01-01', end: '2027-12-31' },
  status: 'ongoing',
  ...given,
})

/** A stunting target due in 2026 that asks for presence. */
export const target = (
  id: string,
  area: readonly string[] | Polygon | MultiPolygon,
  given: Partial<Target> = {},
): Target => ({
  ...base(id),
  title: id,
  organisation: 'dinas',
  theme: 'stunting',
  indicator: 'prevalensi',
  unit: '%',
  value: 14,
  year: 2026,
  area: 'type' in area ? { geometry: area } : { codes: area },
  measure: 'presence',
  document: { kind: 'RPJMD', title: 'RPJMD' },
  ...given,
})

/** A running agreement on every theme in the whole of the western regency. */
export const agreement = (id: string, parties: readonly string[], given: Partial<Agreement> = {}): Agreement => ({
  ...base(id),
  title: id,
  kind: 'PKS',
  stage: 'running',
  stages: [],
  parties: parties.map((party) => ({ id: party })),
  fields: [],
  scope: [],
  region: '99.01',
  ...given,
})

/** A zone whose action plan of 2026 is on stunting. */
export const zone = (
  id: string,
  geometry: Polygon | MultiPolygon,
  parties: readonly string[],
  given: Partial<Zone> = {},
): Zone => ({
  ...base(id),
  name: id,
  kind: 'livelihood',
  geometry,
  region: '99.01',
  owner: 'dinas',
  period: { start: '2026-01-01', end: '2026-12-31' },
  actions: [
    {
      title: id,
      theme: 'stunting',
      period: { start: '2026-01-01', end: '2026-12-31' },
      parties: parties.map((party) => ({ id: party, role: 'responsible' })),
      resources: '',
    },
  ],
  ...given,
})

/** A stunting action of 2026 that bina answers for, all over its plan. */
export const action = (id: string, given: Partial<PlanAction> = {}): PlanAction => ({
  id,
  what: id,
  theme: 'stunting',
  period: { start: '2026-01-01', end: '2026-12-31' },
  places: [],
  responsible: { id: 'bina' },
  supporting: [],
  resources: [],
  dependsOn: [],
  status: 'ongoing',
  activities: [],
  ...given,
})

/** A plan of the department for Asam. */
export const plan = (id: string, actions: readonly PlanAction[], given: Partial<Plan> = {}): Plan => ({
  ...base(id),
  name: id,
  region: '99.01',
  places: [ASAM],
  owner: 'dinas',
  actions,
  ...given,
})

/** A map of stunting in the western regency in 2026. */
export const scene = (id: string, given: Partial<Scene> = {}): Scene => ({
  id,
  kind: 'map',
  view: '?region=99.01&theme=stunting&period=2026',
  title: id,
  text: '',
  annotations: [],
  figures: {},
  ...given,
})

/** A story of the department about the western regency, in Indonesian. */
export const story = (id: string, scenes: readonly Scene[], given: Partial<Story> = {}): Story => ({
  ...base(id),
  name: id,
  region: '99.01',
  language: 'id',
  owner: 'dinas',
  scenes,
  ...given,
})

export const enter = (...records: readonly Entered[]): EngineChange[] =>
  records.map((record) => ({ kind: kindOf(record), id: record.id, record }) as EngineChange)

/** The kinds of record the world is made of. */
export type Entered = Organisation | Activity | Target | Agreement | Zone | Plan | Story

const kindOf = (record: Entered): EngineChange['kind'] => {
  if ('sites' in record) return 'activity'
  if ('indicator' in record) return 'target'
  if ('stage' in record) return 'agreement'
  if ('scenes' in record) return 'story'
  if (!('actions' in record)) return 'organisation'
  return 'geometry' in record ? 'zone' : 'plan'
}

/** Three partners and the department whose targets they join. */
export const ORGANISATIONS: readonly Organisation[] = [
  organisation('akar', 'ngo', { themes: ['stunting'] }),
  organisation('bina', 'credit_union'),
  organisation('citra', 'company'),
  organisation('dinas', 'opd', { urusan: ['health'], region: '99.01' }),
]

/*
 * Stunting in 2026, worked out by hand:
 *   Asam     target, akar                                   met by akar
 *   Bakau    target, akar (same activity) and bina          overlap
 *   Cempaka  target, citra's work is cancelled              gap
 *   Damar    target, bina and citra under one agreement     coordinated
 *   Enau     no target, akar                                partner_only
 *   Gambir   nothing from anybody                           unreported
 * Restoration in 2026 in Enau: a target of all four squares; citra does the western two, bina the northern two. One square
 * is in both, so three of four are served: 75 %, under the threshold of 80 %, and one square is short.
 */
export const PROGRAMME: readonly Entered[] = [
  target('t-health', [ASAM, BAKAU, CEMPAKA, DAMAR]),
  activity('a-three-sites', ['akar'], [point(0.005, 0.005), point(0.015, 0.015), point(0.03, 0.01)]),
  activity('a-bakau', ['bina'], [point(0.025, 0.005)]),
  activity('a-cancelled', ['citra'], [CEMPAKA], { status: 'cancelled' }),
  activity('a-damar-bina', ['bina'], [DAMAR]),
  activity('a-damar-citra', ['citra'], [point(0.07, 0.01)]),
  agreement('g-damar', ['bina', 'citra', 'dinas'], { region: '99.02', scope: [DAMAR] }),
  activity('a-enau', ['akar'], [point(0.09, 0.01)]),
  target('t-forest', [ENAU], { theme: 'restoration', measure: 'area', unit: 'ha', value: 492 }),
  activity('a-forest-citra', ['citra'], [rectangle(0.08, 0, 0.09, 0.02)], { themes: ['restoration'] }),
  activity('a-forest-bina', ['bina'], [rectangle(0.08, 0.01, 0.1, 0.02)], { themes: ['restoration'] }),
]
