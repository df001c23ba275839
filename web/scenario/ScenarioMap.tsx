import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { Code } from '../../data/model/codes.ts'
import type { ScenarioAnswer } from '../../data/model/scenario_answer.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { Boundary } from '../shell/Boundary.tsx'
import { useText } from '../text/useText.ts'
import { type Camera, DEFAULT_VIEW, type Selection, type View } from '../view.ts'
import { appliedTo } from './applied.ts'
import { placesOf } from './draft.ts'
import { Tapped } from './Tapped.tsx'
import type { Thinking } from './useThinking.ts'

const MapView = lazy(() => import('../map/MapView.tsx'))

export const SHOWN = ['today', 'then', 'difference'] as const
export type Shown = (typeof SHOWN)[number]

const PADDING = { top: 26, right: 12, bottom: 26, left: 12 }
const LAYERS: View['layers'] = [
  { id: 'villages', opacity: 1 },
  { id: 'districts', opacity: 1 },
  { id: 'regencies', opacity: 1 },
]
const nothing = () => undefined

type Props = {
  readonly thinking: Thinking
  /** Of what is drawn as the scenario. */
  readonly answer: ScenarioAnswer | undefined
  readonly shown: Shown
}

/** The villages with their verdicts, those that change outlined; a tap puts a village into the change that is written. */
export const ScenarioMap = ({ thinking, answer, shown }: Props) => {
  const { say, language } = useText()
  const { about, context, coverage, draft, palette, toggle } = thinking
  const [placed, setPlaced] = useState<{ readonly region: Code; readonly camera: Camera } | null>(null)
  const [hovered, setHovered] = useState<Selection | null>(null)
  const [tapped, setTapped] = useState<Code | null>(null)
  const camera = placed?.region === about.region ? placed.camera : null
  const view = useMemo((): View => {
    const selection = tapped && !draft ? { kind: 'place' as const, id: tapped } : null
    return { ...DEFAULT_VIEW, ...about, level: 'village', language, layers: LAYERS, camera, selection }
  }, [about, language, camera, tapped, draft])
  const drawable = useMemo(() => {
    if (!coverage || !answer) return coverage
    if (shown === 'today') return coverage
    const then = appliedTo(coverage, answer)
    if (shown === 'then') return then
    const changed = new Set(answer.units.map(({ code }) => code))
    return { units: then.units.filter(({ code }) => changed.has(code)).map((unit) => ({ ...unit, targets: [] })) }
  }, [coverage, answer, shown])
  const changed = useMemo(() => answer?.units.map(({ code }) => code) ?? [], [answer])
  const among = useMemo(() => {
    const chosen = (draft && placesOf(draft.change)) ?? []
    const all = [...new Set([...changed, ...chosen])]
    return all.length > 0 ? all : null
  }, [changed, draft])
  const onSelect = (selection: Selection | null) => {
    const code = selection?.kind === 'place' ? selection.id : null
    if (draft) {
      if (code) toggle(code)
    } else setTapped(code)
  }
  const onCamera = useCallback((next: Camera) => setPlaced({ region: about.region, camera: next }), [about.region])
  return (
    <>
      <section className="scenario-map" aria-label={say('scenario.map')}>
        <Boundary words={say('shell.mapTrouble')} retry={say('shell.retry')}>
          <Suspense>
            <MapView
              view={view}
              palette={palette}
              context={context}
              coverage={drawable}
              among={among}
              lookAt={shown === 'difference' ? changed : null}
              hovered={hovered}
              padding={PADDING}
              flyTo={null}
              drawing={false}
              onMap={nothing}
              onHover={setHovered}
              onSelect={onSelect}
              onCamera={onCamera}
              onLayerTrouble={nothing}
              onReady={nothing}
            />
          </Suspense>
        </Boundary>
      </section>
      <ul className="scenario-legend">
        {VERDICT_LEGEND.filter(({ value }) => drawable?.units.some(({ verdict }) => verdict.kind === value)).map(
          ({ value, meaning, label }) => (
            <li key={value}>
              <Swatch meaning={meaning} palette={palette} />
              {label[language]}
            </li>
          ),
        )}
      </ul>
      {tapped && !draft && <Tapped thinking={thinking} code={tapped} onAdd={() => setTapped(null)} />}
    </>
  )
}
