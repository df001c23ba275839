import Papa from 'papaparse'
import type { AreaReportAnswer, ContextAnswer } from '../../../data/model/answers.ts'
import { organisationName } from '../card/names.ts'

/** A spreadsheet would run a text that begins like a formula; an apostrophe makes it text again. Numbers are left alone. */
const FORMULA = /^[=+\-@\t\r]/

type Row = { readonly [column: string]: string | number | null }

const hectares = (value: number | null): number | '' => (value === null ? '' : Number(value.toFixed(2)))

/** UTF-8 without a byte order mark, CRLF line ends (RFC 4180), as every table the server writes. */
const write = (fields: readonly string[], data: readonly Row[]): string =>
  `${Papa.unparse({ fields: [...fields], data: [...data] }, { escapeFormulae: FORMULA, newline: '\r\n' })}\r\n`

export const villagesCsv = ({ villages, asOf }: AreaReportAnswer): string =>
  write(
    ['code', 'name', 'within', 'area_ha', 'share', 'as_of'],
    villages.map(({ code, name, within, areaHa, share }) => ({
      code,
      name,
      within,
      area_ha: hectares(areaHa),
      share: Number(share.toFixed(4)),
      as_of: asOf.seq,
    })),
  )

export const activitiesCsv = (
  { activities, period, asOf }: AreaReportAnswer,
  context: Pick<ContextAnswer, 'organisations'>,
): string =>
  write(
    [
      'id',
      'title',
      'themes',
      'organisations',
      'organisation_ids',
      'status',
      'start',
      'end',
      'origin',
      'area_ha',
      'freshness_days',
      'period',
      'as_of',
    ],
    activities.map(({ id, title, themes, organisations, status, start, end, origin, areaHa, freshnessDays }) => ({
      id,
      title,
      themes: themes.join('; '),
      organisations: organisations.map((one) => organisationName(context, one)).join('; '),
      organisation_ids: organisations.join('; '),
      status,
      start,
      end: end ?? '',
      origin,
      area_ha: hectares(areaHa),
      freshness_days: freshnessDays,
      period,
      as_of: asOf.seq,
    })),
  )
