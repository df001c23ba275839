import { AUTHORITY_RULES } from '../../data/model/authority_rule.ts'
import {
  CELL_STATES,
  type ConvergenceAnswer,
  type ConvergencePlace,
  type PartyList,
} from '../../data/model/convergence_answer.ts'
import { enumerate } from '../panel/card/names.ts'
import type { Text } from '../text/useText.ts'
import { stateWords } from './names.ts'

/** One line of the list that is taken to a party. */
export type Ask = {
  readonly key: string
  readonly kind: 'answer' | 'consent' | 'proposal'
  /** Names of villages and islands, or of authority areas. */
  readonly places: string
  readonly words: string
  readonly standing: string
  readonly basis: string
}

/** A village and the islands in it are asked about together. */
const villageOf = ({ village, code }: ConvergencePlace): string => village ?? code

const answersOf = (answer: ConvergenceAnswer, { asks }: PartyList, text: Text): readonly Ask[] => {
  const groups = new Map<string, Ask & { readonly names: readonly string[] }>()
  for (const place of answer.places)
    for (const state of CELL_STATES) {
      const questions = asks.filter((one) => one.place === place.code && one.state === state)
      if (questions.length === 0) continue
      const key = `answer ${villageOf(place)} ${state} ${questions.map(({ question }) => question).join()}`
      const names = [...(groups.get(key)?.names ?? []), place.name]
      const named = questions.map(({ question }) => text.say(`convergence.short.${question}`).toLowerCase())
      groups.set(key, {
        key,
        kind: 'answer',
        names,
        places: enumerate(names, text.language),
        words: text.say(state === 'no_data' ? 'convergence.list.tell' : 'convergence.list.include', {
          questions: enumerate(named, text.language),
        }),
        standing: stateWords(state, text),
        basis: answer.programme?.title ?? '',
      })
    }
  return [...groups.values()]
}

const consentsOf = (answer: ConvergenceAnswer, { consents, party }: PartyList, text: Text): readonly Ask[] =>
  [...new Set(consents.map(({ area }) => area))].flatMap((area) => {
    const reached = answer.places.filter(({ code }) => consents.some((one) => one.area === area && one.place === code))
    const here = reached.flatMap(({ authority }) => authority.filter(({ id }) => id === area))
    const [first] = here
    if (!first) return []
    const { building, law } = AUTHORITY_RULES[first.kind]
    const shares = here.map(({ share }, at) => {
      const name = reached[at]!.name
      return share === null ? name : `${name} (${text.share(share)})`
    })
    const words = text.say(building === 'closed' ? 'convergence.list.closed' : 'convergence.list.consent', {
      area: first.name,
    })
    return [
      {
        key: `consent ${area}`,
        kind: 'consent' as const,
        places: enumerate(shares, text.language),
        words,
        standing: first.holder.id === party ? '' : text.say('convergence.list.through', { holder: first.holder.name }),
        basis: law,
      },
    ]
  })

const proposalsOf = ({ warnings }: ConvergenceAnswer, { proposals }: PartyList, text: Text): readonly Ask[] =>
  warnings
    .filter(({ activity }) => proposals.includes(activity))
    .map(({ activity, title, organisations, areas }) => ({
      key: `proposal ${activity}`,
      kind: 'proposal',
      places: enumerate(
        areas.map(({ name }) => name),
        text.language,
      ),
      words: title,
      standing: text.say('convergence.list.waits'),
      basis: enumerate(
        organisations.map(({ name }) => name),
        text.language,
      ),
    }))

/** What is asked of a party, proposals and consent before answers. */
export const asksOf = (answer: ConvergenceAnswer, list: PartyList, text: Text): readonly Ask[] => [
  ...proposalsOf(answer, list, text),
  ...consentsOf(answer, list, text),
  ...answersOf(answer, list, text),
]
