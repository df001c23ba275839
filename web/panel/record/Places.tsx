import { useState } from 'react'
import type { Site } from '../../../data/model/activity.ts'
import type { Code } from '../../../data/model/codes.ts'
import { useText } from '../../text/useText.ts'
import { listOf, placeLink } from './Rows.tsx'

const MOST = 6

/** Places by name, the first ones at once; their names are asked for only as they are shown. */
export const Places = ({ codes }: { readonly codes: readonly Code[] }) => {
  const { say, count } = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      {listOf(open ? codes : codes.slice(0, MOST), (code) => code, placeLink)}
      {codes.length > MOST && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? say('card.fewer') : say('card.all', { total: count(codes.length) })}
        </button>
      )}
    </>
  )
}

/** Sites that name a place by its name, and how many are drawn. */
export const Sites = ({ sites }: { readonly sites: readonly Site[] }) => {
  const { say } = useText()
  const codes = sites.flatMap((site) => ('code' in site ? [site.code] : []))
  const drawn = sites.length - codes.length
  return (
    <>
      {codes.length > 0 && <Places codes={codes} />}
      {drawn > 0 && (
        <span className="block">
          {say('record.sites', { count: drawn })}, <span className="quiet">{say('record.drawn')}</span>
        </span>
      )}
    </>
  )
}
