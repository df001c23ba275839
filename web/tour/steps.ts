import type { Side } from './place.ts'

/** What a step speaks of, as selectors from the best to the next best, and how much light there is around it. */
export const STEPS = [
  {
    name: 'question',
    anchors: ['.question, .question-pill', '.rail'],
    aroundPx: 6,
    sides: ['right', 'below', 'above', 'left'],
  },
  { name: 'answer', anchors: ['.answer, .rail'], aroundPx: 6, sides: ['right', 'above', 'below', 'left'] },
  { name: 'legend', anchors: ['.legend', '.rail'], aroundPx: 6, sides: ['right', 'above', 'below', 'left'] },
  { name: 'map', anchors: ['.stage'], aroundPx: 0, sides: ['left', 'right', 'below', 'above'] },
  { name: 'search', anchors: ['.bar-search'], aroundPx: 6, sides: ['below', 'right', 'left', 'above'] },
] as const satisfies readonly {
  readonly name: string
  readonly anchors: readonly string[]
  readonly aroundPx: number
  readonly sides: readonly Side[]
}[]

export type Step = (typeof STEPS)[number]
