import type { Map as MapLibreMap } from 'maplibre-gl'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { PALETTES } from '../../styles/palette.ts'
import type { ScreenPalette } from '../palette.ts'
import { type Area, formatArea } from './area.ts'
import { NOTHING_YET, type Progress, type Session, startDrawing } from './session.ts'
import type { Tool } from './shape.ts'

type Asked = {
  readonly map: MapLibreMap
  readonly kind: Tool
  readonly edited: Area | null
  readonly palette: ScreenPalette
  readonly onFinish: (area: Area, points: number) => void
}

/** One drawing at a time; another kind, shape or palette begins it anew. */
export const useSession = (asked: Asked): { progress: Progress; session: RefObject<Session | null> } => {
  const { map, kind, edited, palette } = asked
  const [progress, setProgress] = useState(NOTHING_YET)
  const session = useRef<Session | null>(null)
  const now = useRef(asked)
  now.current = asked
  const editedText = formatArea(edited)

  useEffect(() => {
    setProgress(NOTHING_YET)
    const started = startDrawing({
      map,
      kind,
      edited: editedText ? now.current.edited : null,
      ground: PALETTES[palette].ground,
      coarse: matchMedia('(pointer: coarse)').matches,
      onProgress: setProgress,
      onFinish: (area, points) => now.current.onFinish(area, points),
    })
    session.current = started
    return () => {
      session.current = null
      started.stop()
    }
  }, [map, kind, editedText, palette])
  return { progress, session }
}
