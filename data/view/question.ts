import { formatPeriod } from '../model/period.ts'
import type { View } from './view.ts'

/** What decides the verdicts, out of everything a view holds. */
export type Question = Pick<View, 'region' | 'theme' | 'period' | 'level' | 'organisations' | 'statuses'>

export type Query = { readonly [name: string]: string | number | readonly string[] | undefined }

/** Absent and empty parameters stay out: the server refuses what it does not know. */
export const addressOf = (path: string, query: Query = {}): string => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (text) parameters.set(name, text)
  }
  const text = parameters.toString()
  return text ? `${path}?${text}` : path
}

export const queryOf = ({ region, theme, period, level, organisations, statuses }: Question): Query => ({
  region,
  theme,
  period: formatPeriod(period),
  level,
  organisation: organisations,
  status: statuses,
})

/** Where the answer to a question is asked for; whoever records answers keeps them under it. */
export const coverageAddress = (question: Question): string => addressOf('/api/coverage', queryOf(question))
