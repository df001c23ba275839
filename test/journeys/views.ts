import { PAGES } from '../../data/model/pages.ts'

/** Pages that need more than an address to show what is in records. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  dashboard: ['?region=61.05&period=2026'],
  matching: ['?region=61.05&period=2026'],
  agreements: ['?region=61.05', '?region=61.11'],
  plans: ['?region=61.11'],
  award: ['?region=61.05&period=2026'],
  convergence: ['?region=61.11'],
  border: ['?a=62.02&b=62.07'],
}

/** Addresses of the map: with its table, of the sea, and as two maps. */
export const MAPS = [
  '/?region=61.05&theme=stunting&period=2026&level=village&table=1',
  '/?region=61.11&theme=marine_conservation&period=2026',
  '/?theme=education&period=2026&versus=theme:stunting,halves',
]

/** Addresses of every screen that shows records to somebody signed in; `sign-in` and `invitation` are for those who are not. */
export const SCREENS = PAGES.filter((name) => name !== 'sign-in' && name !== 'invitation').flatMap((name) =>
  (ASKED[name] ?? ['']).map((query) => `/${name}${query}`),
)
