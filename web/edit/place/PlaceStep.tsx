import { Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { Remarks } from '../form/Remarks.tsx'
import { boxOf, type DraftSite, drawn } from '../sites.ts'
import { FindPlace } from './FindPlace.tsx'
import { MyPosition } from './MyPosition.tsx'
import { SiteRow } from './SiteRow.tsx'
import { type Asked, Tools } from './Tools.tsx'
import { TypeCoordinates } from './TypeCoordinates.tsx'
import { Where } from './Where.tsx'

/** Where the work is: every way to mark a site, and the sites marked so far. */
export const PlaceStep = () => {
  const { say } = useText()
  const { marking, setChosen, show } = useEditing()
  const { sites, changeSites, canUndo, canRedo, undo, redo } = marking
  const [asked, setAsked] = useState<Asked>(null)
  const add = (site: DraftSite) => {
    changeSites((now) => [...now, site])
    setChosen(site.key)
    const box = boxOf([site])
    if (box) show(box)
  }
  const point = (lng: number, lat: number) => ({ type: 'Point' as const, coordinates: [lng, lat] })
  return (
    <div className="edit-place">
      <Tools asked={asked} onAsk={setAsked} />
      {asked === 'coordinates' && <TypeCoordinates onPosition={(lng, lat) => add(drawn(point(lng, lat)))} />}
      {asked === 'position' && (
        <MyPosition
          onFix={({ lng, lat, accuracyM }) => {
            add(drawn(point(lng, lat), { accuracyM }))
            setAsked(null)
          }}
        />
      )}
      <FindPlace />
      <div className="edit-sites-head">
        <h4>{sites.length > 0 ? say('edit.sites.count', { count: sites.length }) : say('edit.sites.none')}</h4>
        <button type="button" className="button-quiet" disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={undo}>
          <Undo2 aria-hidden="true" />
          {say('edit.undo')}
        </button>
        <button
          type="button"
          className="button-quiet"
          disabled={!canRedo}
          aria-keyshortcuts="Control+Shift+Z"
          onClick={redo}
        >
          <Redo2 aria-hidden="true" />
          {say('edit.redo')}
        </button>
      </div>
      {sites.length > 0 && (
        <ol className="edit-sites">
          {sites.map((site, at) => (
            <SiteRow key={site.key} site={site} at={at} />
          ))}
        </ol>
      )}
      <Remarks field="sites" isAlone />
      <Where />
    </div>
  )
}
