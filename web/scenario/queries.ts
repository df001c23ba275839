import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FeaturesAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { ScenarioChange } from '../../data/model/scenario.ts'
import type { ScenarioAnswer } from '../../data/model/scenario_answer.ts'
import { addressOf, ask, type Question } from '../api.ts'

/** What is asked about, always village by village. */
export type About = Pick<Question, 'region' | 'theme' | 'period'>

/** Today and the scenario; while a change is on its way, what was answered last stays. */
export const useScenarioAnswer = ({ region, theme, period }: About, changes: readonly ScenarioChange[] | null) =>
  useQuery({
    queryKey: ['scenario', region, theme, formatPeriod(period), JSON.stringify(changes)],
    queryFn: ({ signal }) => {
      const question = { region, theme, period: formatPeriod(period), level: 'village' }
      return ask<ScenarioAnswer>(addressOf('/api/scenario', question), signal, { changes })
    },
    enabled: changes !== null,
    placeholderData: keepPreviousData,
  })

export type ActivityChoice = {
  readonly id: string
  readonly title: string
  readonly organisations: readonly string[]
  readonly start: string
  readonly end: string
}

const MOST_LISTED = 5_000

/** Activities of the theme in the region, of whatever year: what ended may go on. */
export const useActivities = ({ region, theme }: About, enabled: boolean) =>
  useQuery({
    queryKey: ['scenario-activities', region, theme],
    queryFn: async ({ signal }): Promise<readonly ActivityChoice[]> => {
      const address = addressOf('/api/features/activities', { within: region, theme, limit: MOST_LISTED })
      const { features } = await ask<FeaturesAnswer>(address, signal)
      return features
        .map(({ properties: { id, title, organisations = [], start = '', end } }) => ({
          id,
          title,
          organisations,
          start,
          end: end ?? '',
        }))
        .sort((a, b) => a.title.localeCompare(b.title))
    },
    enabled,
    staleTime: 60_000,
  })
