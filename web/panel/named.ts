import type { ContextAnswer } from '../../data/model/answers.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import { formatPeriod } from '../../data/model/period.ts'
import type { Language } from '../../data/model/words.ts'
import type { Text } from '../text/useText.ts'
import type { View } from '../view.ts'
import { enumerate } from './card/names.ts'

/** A regency by its name, a province by its regencies that we hold; anything else keeps its code. */
const regionName = (region: Code, { regencies }: ContextAnswer, language: Language): string => {
  const names = regencies.filter(({ code }) => isWithin(code, region)).map(({ name }) => name)
  return names.length > 0 ? enumerate(names, language) : region
}

/** Theme, region and period of a view in words; what the context does not know keeps its id. */
export const named = (view: View, context: ContextAnswer, { language }: Pick<Text, 'language'>) => ({
  theme: context.themes.find(({ id }) => id === view.theme)?.label[language] ?? view.theme,
  region: regionName(view.region, context, language),
  period: formatPeriod(view.period),
})
