import '../../styles/ui/edit.css'
import '../../styles/ui/edit_form.css'
import '../../styles/ui/edit_place.css'
import '../../styles/ui/edit_saving.css'
import '../../styles/ui/edit_strip.css'
import '../../styles/ui/edit_narrow.css'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import type { Bbox } from '../map/props.ts'
import type { ScreenPalette } from '../palette.ts'
import { Skeleton } from '../panel/card/Skeleton.tsx'
import { Trouble } from '../panel/Trouble.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import type { ChangeView, Layout } from '../useView.ts'
import { EditTexts } from './EditTexts.tsx'
import { Marker } from './Marker.tsx'
import { Head } from './Panel.tsx'
import { useBeginning } from './useBeginning.ts'

export type EditorProps = {
  /** `new` or the id of an activity. */
  readonly edit: string
  readonly map: MapLibreMap | null
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly layout: Layout
  /** A card lies over the editor; it waits below. */
  readonly covered: boolean
  readonly changeView: ChangeView
  readonly onZoom: (bbox: Bbox) => void
  /** Places to outline and bring into sight. */
  readonly onLook: (codes: readonly Code[] | null) => void
}

const Opened = (props: EditorProps) => {
  const { say } = useText()
  const { data: session, isError } = useSession()
  const { begun, key, error, refetch } = useBeginning(props.edit, isError ? null : session)
  if (begun) return <Marker {...props} {...begun} key={key} />
  return (
    <aside className="edit marking" aria-label={say('edit.change')}>
      <Head title={say('edit.change')} onClose={() => props.changeView((v) => ({ ...v, edit: null }))} />
      <div className="edit-body">{error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton />}</div>
    </aside>
  )
}

/** Marking an activity on the map, from a phone or a desk. */
const Editor = (props: EditorProps) => (
  <EditTexts>
    <Opened {...props} />
  </EditTexts>
)

export default Editor
