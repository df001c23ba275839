import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Scene } from '../../data/model/story.ts'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { sidesOf } from '../../data/view/scene.ts'
import { keyOf } from '../queries.ts'
import type { View } from '../view.ts'
import { type Missing, missingIn } from './missing.ts'
import type { Staged } from './pieces.ts'
import type { Source } from './source.ts'

const coverageQuery = (source: Source, view: View) => ({
  queryKey: ['present', 'coverage', ...keyOf(view)],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) => source.coverage(view, signal),
  retry: 1,
})

const missingFigures = (scene: Scene, answer: StoryAnswer): readonly Missing[] => {
  const names = Object.keys(scene.figures).filter((name) => !answer.figures[scene.id]?.[name])
  return names.length > 0 ? [{ kind: 'figures', names }] : []
}

/** A scene with its views settled and its answers. */
export const useStaged = (answer: StoryAnswer, context: ContextAnswer, place: number, source: Source): Staged => {
  const { scenes, region, language } = answer.story
  const scene = scenes[place]!
  const { first, after } = useMemo(
    () => sidesOf(scene, { region, language }, context),
    [scene, region, language, context],
  )
  const own = useQuery(coverageQuery(source, first.view))
  const other = useQuery({
    ...coverageQuery(source, after?.view ?? first.view),
    enabled: after !== null,
  })
  const failed = own.error !== null || (after !== null && other.error !== null)
  return useMemo(
    () => ({
      scene,
      number: place + 1,
      view: first.view,
      after: after?.view ?? null,
      coverage: own.data,
      afterCoverage: after ? other.data : undefined,
      missing: [
        ...missingIn(first.lost),
        ...(after ? missingIn(after.lost) : []),
        ...missingFigures(scene, answer),
        ...(failed ? [{ kind: 'verdicts' } as const] : []),
      ],
    }),
    [scene, place, first, after, own.data, other.data, answer, failed],
  )
}
