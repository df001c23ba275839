import type { search as source } from '../id/search.ts'

export const search: { readonly [K in keyof typeof source]: string } = {
  'search.name': 'Search',
  'search.close': 'Close search',
  'search.teach': 'Search for a place, organisation, activity, target, agreement or area code. For example:',
  'search.none': 'Nothing matches “{text}”. Check the spelling, or try one of these:',
  'search.count': '{count, plural, one {# result} other {# results}}',
  'search.keys': 'Arrows to choose, Enter to open, Esc to close',
  'search.group.region': 'Provinces',
  'search.group.regency': 'Regencies',
  'search.group.district': 'Districts',
  'search.group.village': 'Villages',
  'search.group.island': 'Islands',
  'search.group.organisation': 'Organisations',
  'search.group.activity': 'Activities',
  'search.group.target': 'Targets',
  'search.group.zone': 'Action zones',
  'search.group.authority': 'Authority areas',
  'search.group.agreement': 'Agreements',
  'search.group.meeting': 'Meetings',
  'search.group.figure': 'Reported figures',
  'search.group.convergence': 'Convergence',
}
