/** The screens besides the map, each at an address of its own: the client draws them, the server answers there. */
export const PAGES = [
  'sign-in',
  'invitation',
  'account',
  'people',
  'work',
  'review',
  'import',
  'dashboard',
  'matching',
  'scenario',
  'agreements',
  'plans',
  'stories',
  'award',
  'convergence',
  'border',
  'journal',
  'widget',
] as const
export type PageName = (typeof PAGES)[number]
