import type { Position } from 'geojson'
import { type Activity, covers, type Site } from '../../data/model/activity.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import type { Organisation } from '../../data/model/organisation.ts'
import { freshnessDays } from '../../data/model/record.ts'
import { findCentre } from './centre.ts'
import type { Engine, Place } from './engine.ts'

/** What a track is read from. `today` is an ISO date. */
export type TrackSources = {
  readonly engine: Pick<Engine, 'reachedCodes'>
  readonly findPlace: (code: Code) => Place | null
  readonly today: string
}

/** All that matching asks of one partner's work, found once for however many targets. */
export type Track = {
  readonly organisation: Organisation
  readonly codes: ReadonlySet<Code>
  /** Of its sites, each once. */
  readonly centres: readonly Position[]
  readonly themes: ReadonlySet<string>
  /** First and last year of its work, each pair once; Infinity where the end is open. */
  readonly spans: readonly (readonly [first: number, last: number])[]
  readonly delivered: number
  readonly stopped: number
  readonly confirmedDaysAgo: number
}

export const centresOf = (codes: Iterable<Code>, { findPlace }: Pick<TrackSources, 'findPlace'>): Position[] =>
  [...codes].flatMap((code) => {
    const place = findPlace(code)
    const centre = place && findCentre(place.geometry)
    return centre ? [centre] : []
  })

/** A site is where it was drawn; one that names places is in the middle of each village it names. */
const siteCentres = (site: Site, reached: readonly Code[], sources: TrackSources): Position[] => {
  if ('geometry' in site) return [findCentre(site.geometry)].filter((centre) => centre !== null)
  return centresOf(
    reached.filter((code) => isWithin(code, site.code)),
    sources,
  )
}

const spansOf = (working: readonly Activity[]): Track['spans'] => {
  const years = working.map(({ period: { start, end } }) => `${start.slice(0, 4)} ${end?.slice(0, 4) ?? Infinity}`)
  return [...new Set(years)].map((span) => span.split(' ').map(Number) as [number, number])
}

/** Of the organisation and its work; days are counted once for each date that was given. */
const confirmedDaysAgo = (records: readonly { readonly confirmed: string }[], today: string): number => {
  const dates = new Set(records.map(({ confirmed }) => confirmed))
  return [...dates].reduce((least, confirmed) => Math.min(least, freshnessDays({ confirmed }, today)), Infinity)
}

export const trackOf = (organisation: Organisation, activities: readonly Activity[], sources: TrackSources): Track => {
  const working = activities.filter(({ status }) => covers(status))
  const sited = working.map(({ id, sites }) => ({ sites, reached: sources.engine.reachedCodes('activity', id) }))
  return {
    organisation,
    codes: new Set(sited.flatMap(({ reached }) => reached)),
    // The middle of a village is one and the same position for everybody who asks.
    centres: [
      ...new Set(sited.flatMap(({ sites, reached }) => sites.flatMap((site) => siteCentres(site, reached, sources)))),
    ],
    themes: new Set(working.flatMap(({ themes }) => themes)),
    spans: spansOf(working),
    delivered: activities.filter(({ status }) => status === 'completed' || status === 'ongoing').length,
    stopped: activities.length - working.length,
    confirmedDaysAgo: confirmedDaysAgo([organisation, ...activities], sources.today),
  }
}

/** The year of the partner's work that is nearest to the given one, the earlier of two; null when it never had any. */
export const nearestYear = ({ spans }: Track, year: number): number | null => {
  const years = spans.map(([first, last]) => Math.min(Math.max(year, first), last))
  return years.sort((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b)[0] ?? null
}
