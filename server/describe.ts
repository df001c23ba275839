import type { Geometry } from 'geojson'
import type { Code } from '../data/model/codes.ts'
import type { Span } from '../data/model/period.ts'
import { spanOfPlan } from '../data/model/plan.ts'
import type { AnyRecord } from '../data/model/record.ts'

/** What all kinds of records have in common, whatever each calls it. An open end is null, an undated record has no span. */
export type Description = {
  readonly title: string
  readonly themes: readonly string[]
  readonly organisations: readonly { readonly id: string; readonly role: string }[]
  readonly codes: readonly Code[]
  readonly geometries: readonly Geometry[]
  readonly region?: Code
  readonly status?: string
  readonly span?: Span
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]
const wholeYear = (year: number): Span => ({ start: `${year}-01-01`, end: `${year}-12-31` })
const days = (start: string, end = start): Span => ({ start, end })

export const describe = ({ kind, record }: AnyRecord): Description => {
  const nothing = { themes: [], organisations: [], codes: [], geometries: [] }
  switch (kind) {
    case 'organisation':
      return {
        ...nothing,
        title: record.name,
        themes: record.themes,
        ...(record.region ? { region: record.region } : {}),
        status: record.kind,
      }
    case 'activity':
      return {
        ...nothing,
        title: record.title,
        themes: record.themes,
        organisations: record.organisations,
        codes: unique(record.sites.flatMap((site) => ('code' in site ? [site.code] : []))),
        geometries: record.sites.flatMap((site) => ('geometry' in site ? [site.geometry] : [])),
        status: record.status,
        span: record.period,
      }
    case 'target':
      return {
        ...nothing,
        title: record.title,
        themes: [record.theme],
        organisations: [{ id: record.organisation, role: 'owner' }],
        codes: 'codes' in record.area ? unique(record.area.codes) : [],
        geometries: 'geometry' in record.area ? [record.area.geometry] : [],
        span: wholeYear(record.year),
      }
    case 'zone':
      return {
        ...nothing,
        title: record.name,
        themes: unique(record.actions.map(({ theme }) => theme)),
        organisations: [{ id: record.owner, role: 'owner' }, ...record.actions.flatMap(({ parties }) => parties)],
        geometries: [record.geometry],
        region: record.region,
        status: record.kind,
        span: record.period,
      }
    case 'authority':
      return {
        ...nothing,
        title: record.name,
        geometries: [record.geometry],
        region: record.region,
        status: record.kind,
      }
    case 'agreement':
      return {
        ...nothing,
        title: record.title,
        themes: unique(record.fields.flatMap(({ themes }) => themes)),
        organisations: record.parties.map(({ id, role }) => ({ id, role: role ?? 'party' })),
        codes: unique(record.scope),
        region: record.region,
        status: record.stage,
        ...(record.period ? { span: record.period } : {}),
      }
    case 'meeting':
      return {
        ...nothing,
        title: record.title,
        themes: record.themes,
        organisations: record.organisations.map((id) => ({ id, role: 'participant' })),
        geometries: record.position ? [{ type: 'Point', coordinates: [...record.position] }] : [],
        region: record.region,
        status: record.kind,
        span: days(record.date, record.endDate),
      }
    case 'match':
      return {
        ...nothing,
        title: record.title,
        organisations: [{ id: record.partner, role: 'partner' }],
        ...(record.region ? { region: record.region } : {}),
        status: record.state,
      }
    case 'plan': {
      const { actions } = record
      const span = spanOfPlan(record)
      return {
        ...nothing,
        title: record.name,
        themes: unique(actions.map(({ theme }) => theme)),
        organisations: [
          ...(record.owner ? [{ id: record.owner, role: 'owner' }] : []),
          ...actions.flatMap(({ responsible }) => (responsible ? [{ id: responsible.id, role: 'responsible' }] : [])),
          ...actions.flatMap(({ supporting }) => supporting.map(({ id }) => ({ id, role: 'supporting' }))),
          ...actions.flatMap(({ resources }) =>
            resources.flatMap(({ by }) => (by ? [{ id: by, role: 'funder' }] : [])),
          ),
        ],
        codes: unique([...record.places, ...actions.flatMap(({ places }) => places)]),
        region: record.region,
        ...(span ? { span } : {}),
      }
    }
    case 'story':
      return {
        ...nothing,
        title: record.name,
        organisations: record.owner ? [{ id: record.owner, role: 'owner' }] : [],
        region: record.region,
      }
    case 'figure':
      return { ...nothing, title: record.label.id, region: record.region, span: days(record.asOf) }
    case 'convergence':
      return {
        ...nothing,
        title: record.title,
        organisations: record.parties.map(({ id }) => ({ id, role: 'party' })),
        codes: unique(record.places),
        region: record.region,
      }
  }
}
