import { useMemo, useState } from 'react'
import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { ScenarioKind } from '../../data/model/scenario.ts'
import type { ScenarioAnswer } from '../../data/model/scenario_answer.ts'
import { useBoard } from '../agreements/queries.ts'
import { type ScreenPalette, usePalette } from '../palette.ts'
import { useCoverage } from '../queries.ts'
import { useView } from '../useView.ts'
import { beginDraft, type Draft, togglePlace, withDraft } from './draft.ts'
import { type About, useActivities, useScenarioAnswer } from './queries.ts'
import { changeScenario, type Shelf, useShelf } from './shelf.ts'
import { type Names, placeNames } from './words.ts'

/** Everything the parts of the screen stand on. */
export type Thinking = {
  readonly about: About
  readonly palette: ScreenPalette
  readonly context: ContextAnswer
  /** Today's verdicts, village by village. */
  readonly coverage: CoverageAnswer | undefined
  readonly answer: ScenarioAnswer | undefined
  readonly error: Error | null
  readonly retry: () => void
  readonly shelf: Shelf
  readonly draft: Draft | null
  readonly names: Names
  readonly setDraft: (draft: Draft | null) => void
  readonly begin: (kind: ScenarioKind, places?: readonly Code[]) => void
  /** Takes the draft into the list. */
  readonly finish: () => void
  readonly toggle: (code: Code) => void
}

const ACTIVITY_KINDS: readonly ScenarioKind[] = ['move', 'extend', 'drop']

export const useThinking = (context: ContextAnswer): Thinking => {
  const { view } = useView()
  const palette = usePalette(view.palette)
  const { region, theme, period } = view
  const about = useMemo(() => ({ region, theme, period }), [region, theme, period])
  const shelf = useShelf()
  const [draft, setDraft] = useState<Draft | null>(null)
  const { data: coverage } = useCoverage({ ...about, level: 'village', organisations: [], statuses: [] })
  const changes = withDraft(shelf.current, draft)
  const { data: answer, error, refetch } = useScenarioAnswer(about, changes)
  const kinds = [...shelf.current.changes.map(({ kind }) => kind), ...(draft ? [draft.change.kind] : [])]
  const { data: activities } = useActivities(
    about,
    kinds.some((kind) => ACTIVITY_KINDS.includes(kind)),
  )
  const { data: board } = useBoard({ region: null, party: null })
  const names = useMemo((): Names => {
    const quote = (words: string) => `“${words}”`
    return {
      context,
      place: placeNames(coverage),
      activity: (id) => quote(activities?.find((one) => one.id === id)?.title ?? id),
      agreement: (id) => quote(board?.lines.find((one) => one.id === id)?.title ?? id),
    }
  }, [context, coverage, activities, board])
  return {
    about,
    palette,
    context,
    coverage,
    answer,
    error,
    retry: () => void refetch(),
    shelf,
    draft,
    names,
    setDraft,
    begin: (kind, places) => setDraft(beginDraft(kind, about, places)),
    finish: () => {
      changeScenario({ changes })
      setDraft(null)
    },
    toggle: (code) => setDraft((now) => (now ? togglePlace(now, code) : now)),
  }
}
