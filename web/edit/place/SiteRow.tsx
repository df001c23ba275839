import { ChevronDown, ChevronUp, LandPlot, Pencil, Scissors, SquareDashed, Trash2 } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { usePlace } from '../../panel/card/queries.ts'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { Remarks } from '../form/Remarks.tsx'
import { intoView } from '../intoView.ts'
import { circleAround, circleIn } from '../measure.ts'
import { measureOf } from '../site_words.ts'
import { boxOf, codeOf, type DraftSite, geometryOf, kindOf, renamed, replaced, reshaped } from '../sites.ts'

type Props = { readonly site: DraftSite; readonly at: number }

const useTitle = ({ site, at }: Props): { readonly title: string; readonly detail: string } => {
  const text = useText()
  const code = codeOf(site)
  const place = usePlace(code ?? undefined).data
  const geometry = geometryOf(site)
  if (!geometry) {
    const within =
      place?.lineage
        .slice(1, -1)
        .reverse()
        .map(({ name }) => name)
        .join(', ') ?? ''
    return { title: place?.name ?? code ?? '', detail: within || (code ?? '') }
  }
  const name = 'name' in site.site ? site.site.name : undefined
  return { title: name ?? text.say(`edit.site.${kindOf(site)}`, { n: at + 1 }), detail: measureOf(geometry, text) }
}

/** A circle without a pointer: its radius in metres. */
const Radius = ({ site }: { readonly site: DraftSite }) => {
  const { say } = useText()
  const id = useId()
  const { marking } = useEditing()
  const geometry = geometryOf(site)
  if (site.drawnAs !== 'circle' || geometry?.type !== 'Polygon') return null
  const { centre, radiusM } = circleIn(geometry)
  return (
    <div className="edit-inline">
      <label htmlFor={id}>{say('edit.site.radius')}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={50_000}
        value={Math.round(radiusM)}
        onChange={({ target }) => {
          const metres = target.valueAsNumber
          if (metres >= 1 && metres <= 50_000)
            marking.changeSites((sites) => reshaped(sites, site.key, circleAround(centre, metres)))
        }}
      />
    </div>
  )
}

/** What can be done with an open site. */
const Acts = ({ site }: { readonly site: DraftSite }) => {
  const { say } = useText()
  const id = useId()
  const { marking, map, setTask, setChosen, show } = useEditing()
  const geometry = geometryOf(site)
  const isArea = kindOf(site) === 'area'
  const { key } = site
  const box = boxOf([site])
  return (
    <div className="edit-site-acts">
      {geometry && (
        <div className="edit-inline">
          <label htmlFor={id}>{say('edit.site.name')}</label>
          <input
            id={id}
            defaultValue={'name' in site.site ? site.site.name : ''}
            maxLength={120}
            onBlur={({ target }) => marking.changeSites((sites) => renamed(sites, key, target.value))}
          />
        </div>
      )}
      <Radius site={site} />
      <div className="edit-row">
        {geometry && map && (
          <button type="button" className="button-plain" onClick={() => setTask({ kind: 'move', key })}>
            <Pencil aria-hidden="true" />
            {say('edit.site.shape')}
          </button>
        )}
        {isArea && map && (
          <>
            <button type="button" className="button-plain" onClick={() => setTask({ kind: 'cut', how: 'split', key })}>
              <Scissors aria-hidden="true" />
              {say('edit.site.split')}
            </button>
            <button type="button" className="button-plain" onClick={() => setTask({ kind: 'cut', how: 'hole', key })}>
              <SquareDashed aria-hidden="true" />
              {say('edit.site.hole')}
            </button>
          </>
        )}
        {box && map && (
          <button type="button" className="button-plain" onClick={() => show(box)}>
            <LandPlot aria-hidden="true" />
            {say('edit.site.show')}
          </button>
        )}
        <button
          type="button"
          className="button-plain"
          onClick={() => {
            setChosen(null)
            marking.changeSites((sites) => replaced(sites, key, []))
          }}
        >
          <Trash2 aria-hidden="true" />
          {say('edit.site.remove')}
        </button>
      </div>
    </div>
  )
}

/** A site of the list: what it is and how large; opened, what can be done with it. */
export const SiteRow = ({ site, at }: Props) => {
  const { chosen, setChosen } = useEditing()
  const { say, count } = useText()
  const { title, detail } = useTitle({ site, at })
  const isOpen = chosen === site.key
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isOpen && row.current) intoView(row.current, 'nearest')
  }, [isOpen])
  return (
    <li ref={row} className="edit-site" data-open={isOpen}>
      <button
        type="button"
        className="edit-site-head"
        aria-expanded={isOpen}
        onClick={() => setChosen(isOpen ? null : site.key)}
      >
        <span className="edit-site-number" aria-hidden="true">
          {at + 1}
        </span>
        <span className="edit-site-words">
          <span className="edit-site-title">{title}</span>
          <span className="edit-site-detail">
            {detail}
            {site.accuracyM ? ` · ${say('edit.position.accuracy', { metres: count(Math.ceil(site.accuracyM)) })}` : ''}
          </span>
        </span>
        {isOpen ? <ChevronUp aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
      </button>
      {isOpen && <Acts key={site.key} site={site} />}
      <Remarks field={`sites.${at}`} />
    </li>
  )
}
