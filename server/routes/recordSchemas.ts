import { z } from '@hono/zod-openapi'
import type { MultiPolygon, Polygon } from 'geojson'
import { type Activity, SENSITIVITIES, type SiteGeometry } from '../../data/model/activity.ts'
import { AGREEMENT_KINDS, AGREEMENT_STAGES, type Agreement } from '../../data/model/agreement.ts'
import type { AuthorityArea } from '../../data/model/authority.ts'
import type { Convergence } from '../../data/model/convergence.ts'
import type { Figure } from '../../data/model/figure.ts'
import { MATCH_STATES, type MatchDecision } from '../../data/model/match_decision.ts'
import type { Meeting } from '../../data/model/meeting.ts'
import type { Organisation } from '../../data/model/organisation.ts'
import type { Span } from '../../data/model/period.ts'
import { PLANNING_DOCUMENTS, type Plan, RESOURCE_KINDS } from '../../data/model/plan.ts'
import { VISIBILITIES } from '../../data/model/record.ts'
import { BESIDE, SCENE_KINDS, type Story } from '../../data/model/story.ts'
import type { Target } from '../../data/model/target.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import type { Zone } from '../../data/model/zone.ts'
import {
  activityStatus,
  code,
  id,
  ids,
  list,
  organisationKind,
  origin,
  position,
  source,
  verification,
  words,
} from './schemas.ts'

const text = z.string()
const maybe = text.exactOptional()
const rupiah = z.number().exactOptional()
const step = z.boolean().nullable()

const area: z.ZodType<Polygon | MultiPolygon> = z
  .custom<Polygon | MultiPolygon>()
  .openapi('Area', { type: 'object', description: 'GeoJSON Polygon or MultiPolygon, lng, lat' })
const siteGeometry: z.ZodType<SiteGeometry> = z.custom<SiteGeometry>().openapi('SiteGeometry', {
  type: 'object',
  description: 'GeoJSON Point, LineString, Polygon or MultiPolygon, lng, lat',
})

export const span: z.ZodType<Span> = z
  .object({ start: text.describe('YYYY-MM-DD'), end: text.nullable().describe('null is open') })
  .openapi('Span')

const base = {
  id,
  origin,
  source,
  enteredBy: text,
  confirmed: text.describe('The day somebody last stood by it'),
  verification,
  visibility: z.enum(VISIBILITIES),
  note: maybe,
  owner: maybe,
  externalId: maybe,
  returned: z.object({ note: maybe, fields: list(z.object({ field: text, reason: text })) }).exactOptional(),
  awaitsReview: z.literal(true).exactOptional(),
}

const organisationObject = z.object({
  ...base,
  name: text,
  shortName: maybe,
  kind: organisationKind,
  region: code.exactOptional(),
  parent: id.exactOptional(),
  urusan: ids,
  themes: ids,
  offices: list(z.object({ person: text, role: text, asOf: text })).exactOptional(),
})

const activityObject = z.object({
  ...base,
  title: text,
  themes: ids,
  organisations: list(z.object({ id, role: z.enum(['implementer', 'funder', 'support']) })),
  sites: list(z.union([z.object({ geometry: siteGeometry, name: maybe }), z.object({ code })])),
  period: span,
  status: activityStatus,
  budgetIdr: rupiah,
  beneficiaries: z.number().exactOptional(),
  agreement: maybe,
  planningDocument: maybe,
  photos: list(z.object({ id: text, caption: maybe, takenOn: maybe })).exactOptional(),
  sensitive: z
    .object({
      kind: z.enum(SENSITIVITIES),
      consent: z
        .object({
          by: text,
          date: text,
          wording: z.number().int().exactOptional(),
          withdrawn: text.exactOptional(),
        })
        .exactOptional(),
    })
    .exactOptional(),
})

const targetObject = z.object({
  ...base,
  title: text,
  organisation: id,
  theme: text,
  indicator: text,
  unit: text,
  baseline: z.object({ value: z.number(), year: z.number().int() }).exactOptional(),
  value: z.number(),
  year: z.number().int(),
  area: z.union([z.object({ codes: list(code) }), z.object({ geometry: area })]),
  measure: z.enum(['presence', 'area']),
  budgetIdr: rupiah,
  document: z.object({ kind: z.enum(['RPJMD', 'RKPD', 'Renja']), title: text }),
})

const action = z.object({
  title: text,
  theme: text,
  period: span,
  parties: list(z.object({ id, role: z.enum(['responsible', 'supporting']) })),
  resources: text,
  budgetIdr: rupiah,
})

const zoneObject = z.object({
  ...base,
  name: text,
  kind: z.enum(['restoration', 'protection', 'livelihood', 'agroforestry', 'settlement', 'fisheries']),
  geometry: area,
  region: code,
  owner: id,
  period: span,
  actions: list(action),
})

const authorityObject = z.object({
  ...base,
  name: text,
  kind: z.enum(['conservation_reserve', 'marine_reserve', 'protection_forest', 'production_forest', 'other_use']),
  holder: text,
  region: code,
  geometry: area,
  areaHaReported: z.number().exactOptional(),
  decree: maybe,
})

const agreementObject = z.object({
  ...base,
  title: text,
  kind: z.enum(AGREEMENT_KINDS),
  stage: z.enum(AGREEMENT_STAGES),
  step: maybe,
  stages: list(z.object({ stage: z.enum(AGREEMENT_STAGES), step: maybe, date: text, source: maybe })),
  parties: list(z.object({ id, role: maybe, name: maybe })),
  fields: list(z.object({ wording: text, themes: ids })),
  scope: list(code),
  region: code,
  period: span.exactOptional(),
  next: z.object({ step: text, organisation: id.exactOptional(), due: maybe }).exactOptional(),
  documents: list(z.object({ title: text, url: text })).exactOptional(),
  carriesOut: id.exactOptional(),
})

const meetingObject = z.object({
  ...base,
  title: text,
  kind: z.enum(['coordination', 'workshop', 'preparation', 'ekspose', 'signing', 'decree']),
  date: text,
  endDate: maybe,
  place: text,
  region: code,
  position: position.exactOptional(),
  organisations: ids,
  persons: list(z.object({ name: text, role: text })),
  themes: ids,
  outcome: text,
})

const figureObject = z.object({
  ...base,
  topic: text,
  label: words,
  region: code,
  value: z.number(),
  unit: text,
  asOf: text,
})

const convergenceObject = z.object({
  ...base,
  title: text,
  region: code,
  places: list(code),
  parties: list(z.object({ id, name: maybe })),
  programme: id.exactOptional(),
  steps: list(text),
  cells: list(z.object({ place: code, party: id, planned: step, budgeted: step, monitored: step })),
  works: list(z.object({ place: code, physical: z.boolean(), words: text })).exactOptional(),
})

const matchObject = z.object({
  ...base,
  title: text,
  target: id,
  partner: id,
  state: z.enum(MATCH_STATES),
  reason: maybe,
  region: code.exactOptional(),
})

const party = z.object({ id, role: maybe })

const planObject = z.object({
  ...base,
  name: text,
  region: code,
  zone: id.exactOptional(),
  places: list(code),
  agreement: id.exactOptional(),
  actions: list(
    z.object({
      id,
      what: text,
      theme: text,
      period: span,
      places: list(code),
      responsible: party.exactOptional(),
      supporting: list(party),
      resources: list(
        z.object({
          kind: z.enum(RESOURCE_KINDS),
          amount: z.number().exactOptional().describe('Rupiah of money, persons of people'),
          unit: maybe,
          what: maybe,
          by: id.exactOptional(),
          secured: z.boolean(),
        }),
      ),
      dependsOn: ids,
      indicator: z
        .object({ name: text, unit: text, target: z.number(), achieved: z.number().exactOptional() })
        .exactOptional(),
      progress: z.object({ percent: z.number(), date: text }).exactOptional(),
      status: activityStatus,
      document: z.object({ kind: z.enum(PLANNING_DOCUMENTS), item: text }).exactOptional(),
      activities: ids,
    }),
  ),
})

const place = position.describe('Longitude, latitude')
const annotation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('arrow'), from: place, to: place, text: maybe }),
  z.object({ kind: z.literal('label'), at: place, text }),
  z.object({ kind: z.literal('area'), ring: list(place), text: maybe }),
  z.object({ kind: z.literal('number'), at: place, number: z.number().int(), text: maybe }),
])

const storyObject = z.object({
  ...base,
  name: text,
  subtitle: maybe,
  author: maybe,
  region: code,
  language: z.enum(['id', 'en']),
  scenes: list(
    z.object({
      id,
      kind: z.enum(SCENE_KINDS),
      view: text.describe('The search part of an address of the map; without one a title or closing scene has no map'),
      after: maybe.describe('The view that a swipe lays over it'),
      beside: z.enum(BESIDE).exactOptional(),
      title: text,
      text: text.describe('Paragraphs parted by an empty line; `{name}` stands for a figure'),
      notes: maybe,
      annotations: list(annotation),
      figures: z
        .record(
          z.string(),
          z.object({
            subject: z.enum([...VERDICT_KINDS, 'all', 'targeted']),
            as: z.enum(['count', 'share']),
            view: maybe,
            frozen: z.object({ value: z.number().int(), of: z.number().int(), date: text }).exactOptional(),
          }),
        )
        .readonly(),
      picture: z.object({ photo: id, alt: text }).exactOptional(),
    }),
  ),
})

/** Every field of every kind; what is sent in is read by the same list. */
export const RECORD_OBJECTS = {
  organisation: organisationObject,
  activity: activityObject,
  target: targetObject,
  zone: zoneObject,
  authority: authorityObject,
  agreement: agreementObject,
  meeting: meetingObject,
  figure: figureObject,
  convergence: convergenceObject,
  match: matchObject,
  plan: planObject,
  story: storyObject,
}

export const organisation: z.ZodType<Organisation> = organisationObject.openapi('Organisation')
const activity: z.ZodType<Activity> = activityObject.openapi('Activity')
const target: z.ZodType<Target> = targetObject.openapi('Target')
const zone: z.ZodType<Zone> = zoneObject.openapi('Zone')
const authority: z.ZodType<AuthorityArea> = authorityObject.openapi('AuthorityArea')
const agreement: z.ZodType<Agreement> = agreementObject.openapi('Agreement')
const meeting: z.ZodType<Meeting> = meetingObject.openapi('Meeting')
export const figure: z.ZodType<Figure> = figureObject.openapi('Figure')
const convergence: z.ZodType<Convergence> = convergenceObject.openapi('Convergence')
const match: z.ZodType<MatchDecision> = matchObject.openapi('MatchDecision')
export const plan: z.ZodType<Plan> = planObject.openapi('Plan')
export const story: z.ZodType<Story> = storyObject.openapi('Story')

export const record = z.union([
  organisation,
  activity,
  target,
  zone,
  authority,
  agreement,
  meeting,
  figure,
  convergence,
  match,
  plan,
  story,
])
