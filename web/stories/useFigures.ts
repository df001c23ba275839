import { useQueries } from '@tanstack/react-query'
import type { CoverageAnswer } from '../../data/model/answers.ts'
import type { Scene } from '../../data/model/story.ts'
import type { SceneFigures } from '../../data/model/story_answer.ts'
import { frozenFigureOf, storyFigureOf } from '../../data/model/story_figures.ts'
import { api } from '../api.ts'
import { keyOf } from '../queries.ts'
import { parseView } from '../view.ts'

const figureOf = ({ figures, view }: Scene, name: string, coverage: CoverageAnswer | undefined) => {
  const figure = figures[name]!
  const { frozen } = figure
  if (frozen) return frozenFigureOf({ ...figure, frozen }, parseView(figure.view ?? view).view.level)
  return coverage ? storyFigureOf(coverage, figure, coverage.asOf.time.slice(0, 10)) : null
}

/** The figures of a scene as they are now, by the answers that its maps stand on; null while one is on its way. */
export const useFigures = (scene: Scene): SceneFigures => {
  const names = Object.keys(scene.figures)
  const answers = useQueries({
    queries: names.map((name) => {
      const { view } = parseView(scene.figures[name]?.view ?? scene.view)
      return {
        queryKey: ['coverage', ...keyOf(view)],
        queryFn: ({ signal }: { signal: AbortSignal }) => api.coverage(view, signal),
        enabled: !scene.figures[name]?.frozen,
      }
    }),
  })
  return Object.fromEntries(names.map((name, at) => [name, figureOf(scene, name, answers[at]?.data)]))
}
