import './work.css'
import { useState } from 'react'
import { isModerating } from '../../data/model/person.ts'
import { VERIFICATIONS } from '../../data/model/record.ts'
import type { SessionAnswer } from '../../data/model/work.ts'
import { KeepRegion } from '../offline/KeepRegion.tsx'
import { Outbox } from '../outbox/Outbox.tsx'
import { MembersOnly } from '../pages/MembersOnly.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { useSettled } from '../useSettled.ts'
import { History } from './History.tsx'
import { Line } from './Line.tsx'
import { useWorkList, type WorkFilter } from './queries.ts'
import { WorkTexts } from './WorkTexts.tsx'

/** A pause in typing long enough to ask. */
const TYPED_MS = 250
const EVERYTHING: WorkFilter = { verification: '', isStale: false, q: '' }

const Filters = ({ filter, onChange }: { filter: WorkFilter; onChange: (filter: WorkFilter) => void }) => {
  const { say } = useText()
  return (
    <search className="work-filters">
      <select
        aria-label={say('work.filter.state')}
        value={filter.verification}
        onChange={(event) => onChange({ ...filter, verification: event.target.value })}
      >
        <option value="">{say('work.filter.all')}</option>
        {VERIFICATIONS.map((state) => (
          <option key={state} value={state}>
            {say(`work.state.${state}`)}
          </option>
        ))}
      </select>
      <label className="line-choice">
        <input
          type="checkbox"
          checked={filter.isStale}
          onChange={(event) => onChange({ ...filter, isStale: event.target.checked })}
        />
        {say('work.filter.stale')}
      </label>
      <input
        type="search"
        aria-label={say('work.filter.query')}
        placeholder={say('work.filter.query')}
        value={filter.q}
        onChange={(event) => onChange({ ...filter, q: event.target.value })}
      />
    </search>
  )
}

const List = ({ session }: { readonly session: SessionAnswer }) => {
  const { say } = useText()
  const [filter, setFilter] = useState(EVERYTHING)
  const q = useSettled(filter.q, TYPED_MS)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useWorkList({ ...filter, q })
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  const isOpen = filter.verification === '' && !filter.isStale && q === ''
  const { organisation } = session
  const person = session.person?.id ?? ''
  return (
    <section className="page-sheet page-wide">
      <h1>{organisation?.name ?? say(isModerating(session.role) ? 'work.titleAll' : 'work.title')}</h1>
      <p className="page-about">{say('work.about')}</p>
      <div className="work-ways">
        <a className="button-main" href="/?edit=new">
          {say('work.new')}
        </a>
        {organisation && (
          <a className="link" href={`/p/organisation/${encodeURIComponent(organisation.id)}`}>
            {say('work.profile')}
          </a>
        )}
      </div>
      <Outbox person={person} />
      <Filters filter={filter} onChange={setFilter} />
      <p className="page-about" role="status">
        {data && say('work.count', { count: data.pages[0]?.numberMatched ?? 0 })}
      </p>
      <Refused error={error} />
      {data && lines.length === 0 && <p>{say(isOpen ? 'work.none' : 'work.noneFound')}</p>}
      <ul className="work-lines">
        {lines.map((line) => (
          <Line key={`${line.kind} ${line.id}`} line={line} person={person} isModerator={isModerating(session.role)} />
        ))}
      </ul>
      {hasNextPage && (
        <button
          type="button"
          className="button-quiet"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {say('work.more')}
        </button>
      )}
      {(data || error) && <KeepRegion />}
    </section>
  )
}

/** `/work` lists, `/work?history=<kind>/<id>` tells how one record came to be. */
const Work = () => {
  const history = /^([a-z]+)\/(.+)$/.exec(new URLSearchParams(location.search).get('history') ?? '')
  return (
    <WorkTexts>
      <MembersOnly>
        {(session) => (history ? <History kind={history[1]!} id={history[2]!} /> : <List session={session} />)}
      </MembersOnly>
    </WorkTexts>
  )
}

export default Work
