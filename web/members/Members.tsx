import { useQuery } from '@tanstack/react-query'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { formatPeriod } from '../../data/model/period.ts'
import type { MemberMap } from '../../data/model/work.ts'
import { ask } from '../api.ts'
import type { ScreenPalette } from '../palette.ts'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { Chosen } from './Chosen.tsx'
import { MembersTexts } from './MembersTexts.tsx'
import './members.css'
import { useMemberLayers } from './useMemberLayers.ts'

type Props = {
  readonly map: MapLibreMap
  readonly view: Pick<View, 'theme' | 'period'>
  readonly palette: ScreenPalette
  /** Pixels from the edges of the map, below its other buttons. */
  readonly right: number
  readonly top: number
}

const useMemberMap = ({ theme, period }: Props['view']) => {
  const query = new URLSearchParams({ theme, period: formatPeriod(period) })
  return useQuery({
    queryKey: ['member-map', `${query}`],
    queryFn: ({ signal }) => ask<MemberMap>(`/api/work/map?${query}`, signal),
  })
}

const OnMap = ({ map, view, palette, right, top }: Props) => {
  const { say, count } = useText()
  const { data, error } = useMemberMap(view)
  const [shown, setShown] = useState(true)
  const [chosenId, setChosenId] = useState<string | null>(null)
  useMemberLayers(map, shown && data && data.activities > 0 ? data : null, palette, setChosenId)
  const chosen = shown ? data?.features.find(({ properties }) => properties.id === chosenId)?.properties : undefined
  useEffect(() => {
    if (!chosen) return
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setChosenId(null)
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [chosen])
  if (error) {
    return (
      <p className="member-trouble" role="status" style={{ right, top }}>
        {say('members.trouble')}
      </p>
    )
  }
  if (!data || data.activities === 0) return null
  const many = { count: data.activities }
  return (
    <div className="members" style={{ right, top }}>
      <button
        type="button"
        className="draw-button member-toggle"
        aria-pressed={shown}
        title={say(shown ? 'members.hide' : 'members.show', many)}
        onClick={() => setShown(!shown)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="4.6" strokeWidth={shown ? 2.6 : 1.5} />
        </svg>
        {say('members.toggle', many)}
      </button>
      {shown && data.shown < data.activities && (
        <p className="member-some">
          {say('members.some', { shown: count(data.shown), count: count(data.activities) })}
        </p>
      )}
      {chosen && <Chosen chosen={chosen} onClose={() => setChosenId(null)} />}
    </div>
  )
}

/** What a signed-in member sees beside the public map: drafts of its own, and work that is for members only. */
const Members = (props: Props) => (
  <MembersTexts>
    <OnMap {...props} />
  </MembersTexts>
)
export default Members
