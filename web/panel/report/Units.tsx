import { useQuery } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useId, useState } from 'react'
import { type Code, levelOf } from '../../../data/model/codes.ts'
import { api } from '../../api.ts'
import { MOST_UNITS } from '../../area/area.ts'
import { useText } from '../../text/useText.ts'
import { useSettled } from '../../useSettled.ts'
import { usePlace } from '../card/queries.ts'

const REST_MS = 160
const MOST_FOUND = 6

const Unit = ({ code, onRemove }: { readonly code: Code; readonly onRemove: () => void }) => {
  const { say } = useText()
  const name = usePlace(code).data?.name ?? code
  return (
    <li>
      <button type="button" className="chip" aria-label={say('report.unit.remove', { name })} onClick={onRemove}>
        {name}
        <X aria-hidden="true" />
      </button>
    </li>
  )
}

type Props = { readonly codes: readonly Code[]; readonly onCodes: (codes: readonly Code[]) => void }

/** The places a report is about, each to be taken out again, and a field that finds the next one. */
export const Units = ({ codes, onCodes }: Props) => {
  const { say } = useText()
  const id = useId()
  const [text, setText] = useState('')
  const asked = useSettled(text.trim(), REST_MS)
  const { data } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.search(asked, signal),
    enabled: asked !== '',
  })
  const places = (text.trim() === '' ? [] : (data ?? [])).filter(({ id: code }) => {
    const level = levelOf(code)
    return level !== null && level !== 'region'
  })
  const found = places.filter(({ id: code }) => !codes.includes(code)).slice(0, MOST_FOUND)
  const none = say(places.length > 0 ? 'report.unit.listed' : 'report.unit.none')
  const full = codes.length >= MOST_UNITS
  const add = (code: Code) => {
    onCodes([...codes, code])
    setText('')
  }
  return (
    <div className="report-units">
      {codes.length > 0 && (
        <ul className="chips">
          {codes.map((code) => (
            <Unit key={code} code={code} onRemove={() => onCodes(codes.filter((other) => other !== code))} />
          ))}
        </ul>
      )}
      {full ? (
        <p className="quiet">{say('report.unit.full', { most: MOST_UNITS })}</p>
      ) : (
        <>
          <label htmlFor={id}>{say('report.unit.add')}</label>
          <input
            id={id}
            type="search"
            autoComplete="off"
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              const [first] = found
              if (event.key === 'Enter' && first) add(first.id)
            }}
          />
          <ul className="report-found">
            {found.map((hit) => (
              <li key={hit.id}>
                <button type="button" onClick={() => add(hit.id)}>
                  <Plus aria-hidden="true" />
                  <span>{hit.title}</span>
                  <span className="report-detail">{hit.detail}</span>
                </button>
              </li>
            ))}
          </ul>
          <p className={asked !== '' && data && found.length === 0 ? 'quiet' : 'unseen'} role="status">
            {asked !== '' && data && (found.length === 0 ? none : say('report.unit.found', { count: found.length }))}
          </p>
        </>
      )}
    </div>
  )
}
