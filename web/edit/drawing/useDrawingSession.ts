import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { SiteGeometry } from '../../../data/model/activity.ts'
import { PALETTES } from '../../../styles/palette.ts'
import type { ScreenPalette } from '../../palette.ts'
import { NOTHING_YET, type Progress, type Session, startSession, type Work } from './session.ts'

type Asked = {
  readonly map: MapLibreMap | null
  readonly work: Work | null
  readonly beside: readonly SiteGeometry[]
  /** Another one begins the same work anew. */
  readonly round: string
  readonly sticks: boolean
  readonly palette: ScreenPalette
  readonly onDone: (geometry: SiteGeometry) => void
}

/** One drawing at a time; other work, another round or another palette begins anew. */
export const useDrawingSession = (asked: Asked): { progress: Progress; session: RefObject<Session | null> } => {
  const { map, work, round, palette } = asked
  const [progress, setProgress] = useState(NOTHING_YET)
  const session = useRef<Session | null>(null)
  const now = useRef(asked)
  now.current = asked

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the work is about is read when a round begins
  useEffect(() => {
    const { work: begun, beside } = now.current
    setProgress(NOTHING_YET)
    if (!map || !begun) return
    const started = startSession({
      map,
      work: begun,
      beside,
      ground: PALETTES[palette].ground,
      coarse: matchMedia('(pointer: coarse)').matches,
      sticks: () => now.current.sticks,
      onProgress: setProgress,
      onDone: (geometry) => now.current.onDone(geometry),
    })
    session.current = started
    return () => {
      session.current = null
      started.stop()
    }
  }, [map, work === null, round, palette])
  return { progress, session }
}
