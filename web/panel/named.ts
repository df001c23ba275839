import type { ContextAnswer } from '../../data/model/answers.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { Text } from '../text/useText.ts'
import type { View } from '../view.ts'

/** Theme, region and period of a view in words; what the context does not know keeps its id. */
export const named = (view: View, context: ContextAnswer, { language }: Pick<Text, 'language'>) => ({
  theme: context.themes.find(({ id }) => id === view.theme)?.label[language] ?? view.theme,
  region: context.regencies.find(({ code }) => code === view.region)?.name ?? view.region,
  period: formatPeriod(view.period),
})
