import { useQuery } from '@tanstack/react-query'
import { Check, Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { levelOf } from '../../../data/model/codes.ts'
import { api } from '../../api.ts'
import { useText } from '../../text/useText.ts'
import { useSettled } from '../../useSettled.ts'
import { useEditing } from '../editing.ts'
import { codeOf, toggled } from '../sites.ts'

const REST_MS = 160
const MOST_FOUND = 6

/** Finds a village, district, island or regency by its name or code and makes it a site. */
export const FindPlace = () => {
  const { say } = useText()
  const id = useId()
  const { marking, show } = useEditing()
  const [text, setText] = useState('')
  const asked = useSettled(text.trim(), REST_MS)
  const { data, error } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.search(asked, signal),
    enabled: asked !== '',
  })
  const places = (text.trim() === '' ? [] : (data ?? []))
    .filter(({ id: code }) => !['region', null].includes(levelOf(code)))
    .slice(0, MOST_FOUND)
  const chosen = new Set(marking.sites.flatMap((site) => codeOf(site) ?? []))
  const choose = ({ id: code, bbox }: (typeof places)[number]) => {
    if (bbox && !chosen.has(code)) show(bbox)
    marking.changeSites((sites) => toggled(sites, code))
    setText('')
  }
  const [first] = places
  return (
    <div className="edit-find">
      <label htmlFor={id}>{say('edit.find')}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder={say('edit.find.example')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first) choose(first)
        }}
      />
      <ul className="edit-found">
        {places.map((hit) => (
          <li key={hit.id}>
            <button type="button" aria-pressed={chosen.has(hit.id)} onClick={() => choose(hit)}>
              {chosen.has(hit.id) ? <Check aria-hidden="true" /> : <Plus aria-hidden="true" />}
              <span>{hit.title}</span>
              <span className="edit-found-detail">{hit.detail}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={asked !== '' && (error || (data && places.length === 0)) ? 'edit-hint' : 'unseen'} role="status">
        {asked !== '' && error && say('edit.find.offline')}
        {asked !== '' &&
          data &&
          (places.length === 0 ? say('edit.find.none') : say('edit.find.count', { count: places.length }))}
      </p>
    </div>
  )
}
