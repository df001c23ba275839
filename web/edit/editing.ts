import type { Map as MapLibreMap } from 'maplibre-gl'
import { createContext, useContext } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { CheckAnswer } from '../../data/model/work.ts'
import type { Bbox } from '../map/props.ts'
import type { ScreenPalette } from '../palette.ts'
import type { Layout } from '../useView.ts'
import type { Remark, Remedy } from './remarks.ts'
import type { Task } from './task.ts'
import type { Marking } from './useMarking.ts'

/** What every part of the editor shares. */
export type Editing = {
  readonly marking: Marking
  /** Null where the device cannot draw one: places are then named and coordinates typed. */
  readonly map: MapLibreMap | null
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly layout: Layout
  readonly task: Task
  readonly setTask: (task: Task) => void
  /** Key of the site whose row is open. */
  readonly chosen: string | null
  readonly setChosen: (key: string | null) => void
  readonly remarks: readonly Remark[]
  /** Empty fields are pointed out only after somebody tried to hand them in. */
  readonly withMissing: boolean
  readonly answer: CheckAnswer | undefined
  readonly apply: (remark: Remark, remedy: Remedy) => void
  /** Brings the part of the form that a remark is about. */
  readonly goTo: (remark: Remark) => void
  readonly isMember: boolean
  readonly show: (bbox: Bbox) => void
}

export const EditingContext = createContext<Editing | null>(null)

export const useEditing = (): Editing => {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('A part of the editor stands outside it')
  return editing
}
