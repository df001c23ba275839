import type { Map as MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect, useState } from 'react'
import { changeView } from '../useView.ts'
import type { View } from '../view.ts'
import type { Area } from './area.ts'
import type { Tool } from './shape.ts'

/** What is being drawn: a new shape or line, or a shape whose corners move. */
export type Drawing = { readonly kind: Tool; readonly edited: Area | null }

const NEW: Drawing = { kind: 'polygon', edited: null }

const isFree = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  !ctrlKey &&
  !metaKey &&
  !altKey &&
  !(target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  document.querySelector('[role="dialog"], [role="listbox"]') === null

/** A list of units that starts with the place at hand. */
const listed = ({ selection, area }: View): Area => ({
  kind: 'units',
  codes: selection?.kind === 'place' ? [selection.id] : area?.kind === 'units' ? area.codes : [],
})

/** Drawing from the first press to the shape in the address; what has been drawn is the view's. */
export const useDrawing = (view: View) => {
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const [leftOut, setLeftOut] = useState(0)
  const draw = useCallback(() => setDrawing(NEW), [])
  const measure = useCallback(() => setDrawing({ kind: 'line', edited: null }), [])
  const cancel = useCallback(() => setDrawing(null), [])

  useEffect(() => {
    if (drawing) return
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'g' || !isFree(event)) return
      event.preventDefault()
      draw()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [drawing, draw])

  const finish = (area: Area, pointsLeftOut: number) => {
    setLeftOut(pointsLeftOut)
    setDrawing(null)
    const kept = drawing?.edited ? view.bufferKm : 0
    changeView((v) => ({ ...v, area, bufferKm: kept, selection: null }))
  }
  const edit = () => {
    const { area } = view
    if (area && area.kind !== 'units') setDrawing({ kind: area.kind, edited: area })
  }
  const list = () => {
    setDrawing(null)
    changeView((v) => ({ ...v, area: listed(v), bufferKm: 0, selection: null }))
  }
  return { map, setMap, drawing, setDrawing, leftOut, draw, measure, edit, list, finish, cancel }
}
