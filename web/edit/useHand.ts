import type { LineString, MultiPolygon, Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useRef, useState } from 'react'
import type { SiteGeometry } from '../../data/model/activity.ts'
import type { ShapeAsked } from '../../data/model/shape.ts'
import { AskError } from '../api.ts'
import type { ScreenPalette } from '../palette.ts'
import { useDrawingSession } from './drawing/useDrawingSession.ts'
import { type Acts, useKeys } from './drawing/useKeys.ts'
import { useChoosingPlaces, useChoosingSites } from './map/useChoosing.ts'
import { carve } from './send.ts'
import { type DraftSite, drawn, geometryOf, replaced, reshaped, toggled } from './sites.ts'
import { siteOf, type Task, workOf } from './task.ts'
import type { Marking } from './useMarking.ts'

type Asked = {
  readonly map: MapLibreMap | null
  readonly palette: ScreenPalette
  readonly marking: Marking
  /** What to say when a cut could not be asked for. */
  readonly offline: string
  readonly onChosen: (key: string | null) => void
}

const drawnAs = (task: Task): Pick<DraftSite, 'drawnAs'> =>
  task?.kind === 'draw' && (task.tool === 'box' || task.tool === 'circle') ? { drawnAs: task.tool } : {}

const isArea = (geometry: SiteGeometry | null): geometry is Polygon | MultiPolygon =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'

/** The question of a cut; null where the knife is none. */
const cutOf = (how: 'split' | 'hole', area: Polygon | MultiPolygon, knife: SiteGeometry): ShapeAsked | null => {
  if (how === 'split')
    return knife.type === 'LineString' ? { kind: how, geometry: area, by: knife as LineString } : null
  return isArea(knife) ? { kind: how, geometry: area, by: knife } : null
}

/** Everything the hand does on the map, from the choice of a tool to the site in the list. */
export const useHand = ({ map, palette, marking, offline, onChosen }: Asked) => {
  const [task, setTaskNow] = useState<Task>(null)
  const [round, setRound] = useState(0)
  const [sticks, setSticks] = useState(true)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const asking = useRef<AbortController | null>(null)
  const { sites, changeSites } = marking

  const setTask = (next: Task) => {
    asking.current?.abort()
    setTrouble(null)
    setBusy(false)
    setRound((now) => now + 1)
    setTaskNow(next)
  }
  const cut = async (how: 'split' | 'hole', key: string, knife: SiteGeometry) => {
    const area = geometryOf(sites.find((site) => site.key === key) ?? { key, site: { code: '' } })
    const asked = isArea(area) ? cutOf(how, area, knife) : null
    if (!asked) return
    const controller = new AbortController()
    asking.current = controller
    setBusy(true)
    try {
      const parts = await carve(asked, controller.signal)
      const [first] = parts
      changeSites((now) =>
        parts.length === 1 && first
          ? reshaped(now, key, first)
          : replaced(
              now,
              key,
              parts.map((part) => drawn(part)),
            ),
      )
      setTask(null)
    } catch (error) {
      if (controller.signal.aborted) return
      setTrouble(error instanceof AskError && error.status !== 0 ? error.message : offline)
      setBusy(false)
      setRound((now) => now + 1)
    }
  }
  const done = (geometry: SiteGeometry) => {
    if (task?.kind === 'cut') return void cut(task.how, task.key, geometry)
    if (task?.kind === 'move') changeSites((now) => reshaped(now, task.key, geometry))
    else {
      const site = drawn(geometry, drawnAs(task))
      changeSites((now) => [...now, site])
      onChosen(site.key)
    }
    // One point is seldom the only one.
    if (task?.kind === 'draw' && task.tool === 'point') setRound((now) => now + 1)
    else setTask(null)
  }
  const { progress, session } = useDrawingSession({
    map,
    work: workOf(task, sites),
    beside: sites.flatMap((site) => (site.key === siteOf(task) ? [] : (geometryOf(site) ?? []))),
    round: `${round}`,
    sticks,
    palette,
    onDone: done,
  })
  const level = task?.kind === 'places' ? task.level : null
  const choosePlace = useChoosingPlaces(map, level, (code) => changeSites((now) => toggled(now, code)))
  useChoosingSites(map, task === null, onChosen)

  /** A shape that is half drawn is taken back point by point; where there is none, the last site is. */
  const falls = task === null || task.kind === 'places' || task.kind === 'draw'
  const acts = {
    undo: () => {
      if (!session.current?.undo() && falls) marking.undo()
    },
    redo: () => {
      if (!session.current?.redo() && falls) marking.redo()
    },
    cancel: () => setTask(null),
    finish: () => {
      const isDone = task?.kind === 'places' || (task?.kind === 'draw' && task.tool === 'point')
      if (isDone) setTask(null)
      else session.current?.finish()
    },
  }
  const keys: Acts =
    task === null
      ? { undo: acts.undo, redo: acts.redo }
      : {
          ...acts,
          set: () => {
            if (level) choosePlace()
            else if (task.kind === 'move') session.current?.grip.move()
            else session.current?.setPoint()
          },
          remove: () => session.current?.grip.remove(),
        }
  useKeys(map, keys)
  return { task, setTask, progress, session, sticks, setSticks, trouble, isBusy, acts }
}
