import type { meaning as source } from '../id/meaning.ts'

export const meaning: { readonly [K in keyof typeof source]: string } = {
  'meaning.title': 'What this figure means',
  'meaning.verdict': 'Verdict',
  'meaning.among': 'Denominator',
  'meaning.among.targeted':
    '{targeted} {units} that have a target of {theme} in {period}, out of {total} {units} in {region}.',
  'meaning.among.all': 'All {total} {units} in {region}, with a target or without.',
  'meaning.records': 'Records',
  'meaning.records.text':
    '{activities, plural, one {# activity} other {# activities}} and {targets, plural, one {# target} other {# targets}} decide the verdicts of these places. Suspended and cancelled activities do not count.',
  'meaning.filters': 'Filters',
  'meaning.filters.text': 'Only these count: {names}.',
  'meaning.sample': 'Sample data',
  'meaning.asOf': 'As of',
  'meaning.asOf.text': '{date}, the journal up to entry {seq}.',
  'meaning.boundaries': 'Boundaries',
  'meaning.quote': 'The figure with its source',
  'meaning.quote.text':
    '{figure} {counted}, {denominator}. {region}, {theme}, {period}. Bentang, {date}, journal entry {seq}: {url}',
  'meaning.copy': 'Copy',
  'meaning.copied': 'Copied',
  'meaning.table': 'Table of the places',
  'meaning.csv': 'Download as CSV',
  'meaning.method': 'All verdicts and rules of counting',
}
