import type { LineString, MultiPolygon, Point, Polygon } from 'geojson'
import type { Code } from './codes.ts'
import { meets, type Period, type Span } from './period.ts'
import type { RecordBase } from './record.ts'

export const ACTIVITY_STATUSES = ['planned', 'ongoing', 'completed', 'suspended', 'cancelled'] as const
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number]

export type Role = 'implementer' | 'funder' | 'support'
export type SiteGeometry = Point | LineString | Polygon | MultiPolygon

/** One place of an activity: a geometry (lng, lat, WGS 84) or the code of a village, district, regency or island. */
export type Site = { readonly geometry: SiteGeometry; readonly name?: string } | { readonly code: Code }

/** A picture kept by the server under this id, without the position it was taken at. */
export type Photo = { readonly id: string; readonly caption?: string; readonly takenOn?: string }

/** Places that must not be shown as they are without consent; each has its own coarse grid. */
export const SENSITIVITIES = ['indigenous_territory', 'endangered_species'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

/** Leave to show a sensitive place. Days are ISO. */
export type SiteConsent = {
  /** Whose leave it was: a community or an office, never a person. */
  readonly by: string
  readonly date: string
  /** The version of what they agreed to, see `CONSENT_TEXTS`; absent where that was not noted. */
  readonly wording?: number
  /** The day it was taken back; from then on it is no consent. */
  readonly withdrawn?: string
}

export type Activity = RecordBase & {
  readonly title: string
  readonly themes: readonly string[]
  readonly organisations: readonly { readonly id: string; readonly role: Role }[]
  readonly sites: readonly Site[]
  readonly period: Span
  readonly status: ActivityStatus
  /** Rupiah for the whole activity, never per site. */
  readonly budgetIdr?: number
  /** People reached by the whole activity, never per site. */
  readonly beneficiaries?: number
  readonly agreement?: string
  readonly planningDocument?: string
  readonly photos?: readonly Photo[]
  /** Without a consent that stands the record stays with its owner. */
  readonly sensitive?: { readonly kind: Sensitivity; readonly consent?: SiteConsent }
}

/** Suspended and cancelled work never covers anything. */
export const covers = (status: ActivityStatus): boolean => status !== 'suspended' && status !== 'cancelled'

export const isActive = (activity: Pick<Activity, 'status' | 'period'>, period: Period): boolean =>
  covers(activity.status) && meets(activity.period, period)

/** Presence belongs to the implementers; funders and supporters are not counted as working there (OCHA 3W). */
export const implementersOf = (activity: Pick<Activity, 'organisations'>): string[] =>
  activity.organisations.filter(({ role }) => role === 'implementer').map(({ id }) => id)
