import { useQuery } from '@tanstack/react-query'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { figureOf } from '../../data/model/asked_figure.ts'
import { readWorded } from '../../data/view/worded.ts'
import { api } from '../api.ts'
import { figureWords } from '../panel/Answer.tsx'
import { named } from '../panel/named.ts'
import { keyOf } from '../queries.ts'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { answerWithin, placeAmong, viewOf } from './asked.ts'
import type { AskedItem } from './groups.ts'

/** The question that the text asks, in full words and with its answer; null where it asks none, or names a place nobody knows. */
export const useAsked = (text: string, view: View, context: ContextAnswer): AskedItem | null => {
  const words = useText()
  const worded = readWorded(text, context.themes)
  const sought = worded?.place ?? ''
  const { data: hits } = useQuery({
    queryKey: ['search', sought],
    queryFn: ({ signal }) => api.search(sought, signal),
    enabled: sought !== '',
  })
  const place = sought === '' ? null : placeAmong(hits ?? [], sought)
  const isAsked = worded !== null && (sought === '' || place !== null)
  const next = worded && isAsked ? viewOf(view, worded, place, context) : view
  const { data: coverage } = useQuery({
    queryKey: ['coverage', ...keyOf(next)],
    queryFn: ({ signal }) => api.coverage(next, signal),
    enabled: isAsked,
  })
  if (!isAsked) return null
  const { say, language } = words
  const where = place ? `${place.title}: ` : ''
  const tell = (): string => {
    if (!coverage) return say('panel.loading')
    const answer = answerWithin(coverage, place)
    const [only] = answer.units
    if (only && answer.denominator === 1)
      return VERDICT_LEGEND.find(({ value }) => value === only.verdict.kind)!.label[language]
    const { figure, counted, denominator } = figureWords(answer, next, words)
    return figureOf(answer, next.ask).share === null ? denominator : `${figure} ${counted}, ${denominator}`
  }
  return {
    type: 'ask',
    id: 'ask',
    title: say('panel.question', { ...named(next, context, words), ask: say(`panel.ask.${next.ask}`) }),
    detail: `${where}${tell()}`,
    view: next,
    place,
  }
}
