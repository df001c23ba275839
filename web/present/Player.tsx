import './beside.css'
import './foot.css'
import './overview.css'
import './present.css'
import './stage.css'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { LayerId } from '../../data/layers/layer.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import { tellText } from '../../data/model/story_text.ts'
import { glideTo } from '../map/camera.ts'
import type { ScreenPalette } from '../palette.ts'
import { useText } from '../text/useText.ts'
import { Beside } from './Beside.tsx'
import { fitCamera } from './camera.ts'
import { Foot } from './Foot.tsx'
import type { Command } from './keys.ts'
import { Laser } from './Laser.tsx'
import { addKin } from './line.ts'
import { MissingLine } from './MissingLine.tsx'
import type { Missing } from './missing.ts'
import { Overview } from './Overview.tsx'
import { stepTo } from './order.ts'
import { Presenter } from './Presenter.tsx'
import { SceneLegend } from './SceneLegend.tsx'
import { Stage } from './Stage.tsx'
import type { Source } from './source.ts'
import { Told } from './Told.tsx'
import { useIdle } from './useIdle.ts'
import { usePlace } from './usePlace.ts'
import { useStaged } from './useStaged.ts'
import { useTurning } from './useTurning.ts'

export type PlayerProps = {
  readonly answer: StoryAnswer
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly source: Source
  /** Where the offline pack is fetched; null inside of one. */
  readonly pack: string | null
}

const turnFullscreen = (): void => {
  const turning = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  // A page that may not fill the screen stays as it is.
  turning.catch(() => undefined)
}

const openPresenter = (): boolean => {
  const address = new URL(location.href)
  address.searchParams.set('presenter', '1')
  const opened = open(address.href, 'bentang-presenter', 'popup,width=1100,height=760')
  if (opened) addKin(opened)
  return opened !== null
}

/** A story on the screen: scene after scene, by keys, clicker, finger or from the presenter's window. */
const Shown = (props: PlayerProps & { readonly place: number; readonly go: (place: number) => void }) => {
  const { answer, context, palette, source, pack, place, go } = props
  const { say } = useText()
  const { story } = answer
  const staged = useStaged(answer, context, place, source)
  // Its answers, and the second map of a swipe, are made ready while this scene is told.
  const next = useStaged(answer, context, Math.min(place + 1, story.scenes.length - 1), source)
  const { scene, number, view } = staged
  const isIdle = useIdle()
  const map = useRef<MapLibreMap | null>(null)
  const [hasMap, setHasMap] = useState(true)
  const [overview, setOverview] = useState(false)
  const [laser, setLaser] = useState(false)
  const [blocked, setBlocked] = useState(false)
  const [troubled, setTroubled] = useState<readonly LayerId[]>([])
  const [drawn, setDrawn] = useState('')
  const onMap = useCallback((next: MapLibreMap | null) => {
    map.current = next
    if (next) setHasMap(true)
  }, [])
  const onTrouble = useCallback(
    (id: LayerId) => setTroubled((known) => (known.includes(id) ? known : [...known, id])),
    [],
  )
  useEffect(() => {
    // Without WebGL no map ever comes.
    const timer = setTimeout(() => setHasMap(map.current !== null), 8_000)
    return () => clearTimeout(timer)
  }, [])
  const zoom = (by: number) => map.current?.easeTo({ zoom: map.current.getZoom() + by, duration: 250 })
  const reset = () => {
    const box = map.current?.getContainer()
    if (map.current && box && view.camera)
      glideTo(map.current, fitCamera(view.camera, { width: box.clientWidth, height: box.clientHeight }))
  }
  const onCommand = (command: Command) => {
    const acts: { readonly [C in Command]?: () => void } = {
      overview: () => setOverview(true),
      fullscreen: turnFullscreen,
      laser: () => setLaser((on) => !on),
      presenter: () => setBlocked(!openPresenter()),
      closer: () => zoom(0.5),
      farther: () => zoom(-0.5),
      reset,
      leave: () => setLaser(false),
    }
    const act = acts[command]
    if (act) return act()
    const to = stepTo(place, story.scenes.length, command)
    if (to !== place) go(to)
  }
  useTurning(onCommand, !overview)
  const photo = scene.picture ? source.photo(scene.picture.photo) : null
  const shownLayers = view.layers.filter(({ opacity }) => opacity > 0).map(({ id }) => id)
  const lost = troubled.filter((id) => shownLayers.includes(id) || id === 'regencies')
  const missing: readonly Missing[] = [
    ...staged.missing,
    ...(lost.length > 0 ? [{ kind: 'layers', ids: lost } as const] : []),
    ...(hasMap ? [] : [{ kind: 'map' } as const]),
    ...(scene.picture && !photo ? [{ kind: 'picture' } as const] : []),
  ]
  return (
    <main
      className="present"
      data-kind={scene.kind}
      data-beside={scene.beside}
      data-idle={isIdle}
      data-laser={laser}
      data-scene={scene.id}
      data-drawn={drawn}
      lang={story.language}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text on a phone is scrolled by keyboard. */}
      <section className="present-paper" key={scene.id} tabIndex={0} aria-label={say('present.told')}>
        <Told staged={staged} answer={answer} photo={photo} />
        <SceneLegend staged={staged} context={context} palette={palette} />
        <MissingLine missing={missing} />
        {blocked && (
          <p className="present-missing" role="alert">
            {say('present.blocked')}
          </p>
        )}
      </section>
      <Stage
        staged={staged}
        next={next}
        context={context}
        palette={palette}
        onMap={onMap}
        onTrouble={onTrouble}
        onDrawn={setDrawn}
      />
      <Beside staged={staged} palette={palette} />
      <Foot
        answer={answer}
        context={context}
        number={number}
        isSample={answer.sample || (staged.coverage?.sample ?? false)}
        pack={pack}
        onCommand={onCommand}
      />
      {overview && (
        <Overview
          answer={answer}
          place={place}
          onGo={(next) => {
            setOverview(false)
            go(next)
          }}
          onClose={() => setOverview(false)}
        />
      )}
      <Laser isOn={laser} />
      <p className="unseen" role="status">
        {say('present.announce', {
          number,
          of: story.scenes.length,
          title: tellText(scene.title, answer.figures[scene.id] ?? {}, story.language),
        })}
      </p>
    </main>
  )
}

/** One story in one of its two windows; both keep to the same scene. */
export const Player = (props: PlayerProps) => {
  const [place, go] = usePlace(props.answer.story)
  const isPresenter = new URLSearchParams(location.search).has('presenter')
  return isPresenter ? (
    <Presenter answer={props.answer} place={place} go={go} />
  ) : (
    <Shown {...props} place={place} go={go} />
  )
}
