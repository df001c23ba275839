import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { ScenarioChange } from '../../data/model/scenario.ts'
import { enumerate, organisationName, themeName } from '../panel/card/names.ts'
import type { Text } from '../text/useText.ts'

/** The names that sentences are made of. */
export type Names = {
  readonly context: ContextAnswer
  readonly place: (code: Code) => string
  readonly activity: (id: string) => string
  readonly agreement: (id: string) => string
}

const SHOWN_PLACES = 3

/** Villages and districts by their names; another place keeps its code. */
export const placeNames = (coverage: CoverageAnswer | undefined): ((code: Code) => string) => {
  const names = new Map<Code, string>()
  for (const { code, name, within } of coverage?.units ?? []) names.set(code, name).set(code.slice(0, 8), within)
  return (code) => names.get(code) ?? code
}

export const placesWords = (places: readonly Code[], { place }: Names, { say, count, language }: Text): string => {
  if (places.length === 0) return say('scenario.says.whole')
  const shown = places.slice(0, places.length > SHOWN_PLACES + 1 ? SHOWN_PLACES : undefined).map(place)
  const rest = places.length - shown.length
  return enumerate(rest > 0 ? [...shown, say('scenario.says.others', { count: count(rest) })] : shown, language)
}

export const yearsWords = ({ start, end }: { readonly start: string; readonly end: string | null }): string => {
  const [from, to] = [start.slice(0, 4), end?.slice(0, 4) ?? '']
  return from === to ? from : `${from}–${to}`
}

/** One change as a sentence. */
export const wordsOf = (change: ScenarioChange, names: Names, text: Text): string => {
  const { say, language } = text
  const { context } = names
  switch (change.kind) {
    case 'add':
      return say('scenario.says.add', {
        organisation: organisationName(context, change.organisation),
        theme: themeName(context, change.theme, language),
        places: placesWords(change.places, names, text),
        years: yearsWords(change.period),
      })
    case 'move':
      return say('scenario.says.move', {
        activity: names.activity(change.activity),
        places: placesWords(change.places, names, text),
      })
    case 'extend':
      return say('scenario.says.extend', {
        activity: names.activity(change.activity),
        years: yearsWords(change.period),
      })
    case 'drop':
      return say('scenario.says.drop', { activity: names.activity(change.activity) })
    case 'bind':
      return say('scenario.says.bind', {
        parties: enumerate(
          change.parties.map((id) => organisationName(context, id)),
          language,
        ),
        places: placesWords(change.places, names, text),
      })
    case 'unbind':
      return say('scenario.says.unbind', { agreement: names.agreement(change.agreement) })
  }
}
