import type { ContextAnswer } from '../../../data/model/answers.ts'
import { type Code, isUrbanVillage, type Level } from '../../../data/model/codes.ts'
import type { Verdict } from '../../../data/model/verdict.ts'
import type { Text } from '../../text/useText.ts'
import type { View } from '../../view.ts'
import { enumerate, organisationName, themeName } from '../card/names.ts'
import { formatNumber } from '../card/numbers.ts'

/** A village is called by its kind: desa, or kelurahan in town. */
export const kindOfPlace = (code: Code, level: Level): Level | 'urban' => (isUrbanVillage(code) ? 'urban' : level)

/** So many are named; the others are counted. */
const MOST_NAMES = 4

/** Who works there, as far as the verdict names them. */
export const organisationsOf = (verdict: Verdict): readonly string[] =>
  verdict.kind === 'met' ? [verdict.by] : 'organisations' in verdict ? verdict.organisations : []

const inWords = (names: readonly string[], { say, count, language }: Text): string =>
  names.length > MOST_NAMES + 1
    ? say('card.andMore', {
        names: names.slice(0, MOST_NAMES).join(', '),
        count: count(names.length - MOST_NAMES),
      })
    : enumerate(names, language)

/** What a unit is called in a sentence. */
const hereOf = ({ code, level }: About['place']) =>
  level === 'zone' || level === 'authority' ? level : kindOfPlace(code, level)

type About = {
  readonly verdict: Verdict
  readonly view: Pick<View, 'theme' | 'period'>
  readonly context: Pick<ContextAnswer, 'themes' | 'organisations'>
  readonly place: { readonly code: Code; readonly level: Level | 'zone' | 'authority' }
  readonly text: Text
}

/** The one plain sentence that says why a unit has its verdict; hectares to the hundredth, so that they add up. */
export const whyOf = ({ verdict, view, context, place, text }: About): string => {
  const { say, language } = text
  const { from, to } = view.period
  const organisations = organisationsOf(verdict).map((id) => organisationName(context, id))
  const values = {
    theme: themeName(context, view.theme, language),
    period: from === to ? `${from}` : `${from}–${to}`,
    here: say(`card.here.${hereOf(place)}`),
    organisations: inWords(organisations, text),
    count: organisations.length,
  }
  switch (verdict.kind) {
    case 'gap':
      return verdict.shortHa === undefined
        ? say('card.why.gap', values)
        : say('card.why.gapArea', { ...values, short: formatNumber(verdict.shortHa, language) })
    case 'partial':
      return say('card.why.partial', {
        ...values,
        served: formatNumber(verdict.servedHa, language),
        target: formatNumber(verdict.targetHa, language),
        short: formatNumber(verdict.shortHa, language),
      })
    case 'coordinated':
      return say('card.why.coordinated', { ...values, binding: verdict.binding.kind })
    default:
      return say(`card.why.${verdict.kind}`, values)
  }
}
