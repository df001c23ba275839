import '../work/work.css'
import './journal.css'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import type { JournalLine } from '../../data/model/work.ts'
import { addressOf, ask } from '../api.ts'
import { MembersOnly } from '../pages/MembersOnly.tsx'
import { Refused } from '../pages/Refused.tsx'
import { useMoment } from '../people/useMoment.ts'
import { useText } from '../text/useText.ts'
import { useUndo } from '../work/queries.ts'
import { WorkTexts } from '../work/WorkTexts.tsx'

type Page = { readonly lines: readonly JournalLine[]; readonly next: number | null }

const useJournal = () =>
  useInfiniteQuery<Page, Error, InfiniteData<Page>, readonly unknown[], number | null>({
    queryKey: ['journal'],
    queryFn: ({ signal, pageParam }) => ask(addressOf('/api/journal', { before: pageParam ?? undefined }), signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  })

const Entry = ({ line }: { readonly line: JournalLine }) => {
  const { say, count } = useText()
  const moment = useMoment()
  const { mutate, data, error, isPending } = useUndo()
  const { seq, time, name, operation, changes } = line
  const who = name ?? say('work.history.system')
  const rest = line.count - changes.length
  const undo = () => {
    if (confirm(say('journal.undoSure', { seq, count: line.count }))) mutate(operation)
  }
  return (
    <li>
      <div className="journal-what">
        <strong>{say('journal.entry', { seq: count(seq) })}</strong>
        <small>
          {say('work.history.by', { name: who, time: moment(time) })} · {say('journal.changes', { count: line.count })}
        </small>
        <ul>
          {changes.map(({ kind, id, revision, title }) => (
            <li key={`${kind} ${id}`}>
              <a className="link" href={`/work?history=${kind}/${encodeURIComponent(id)}`}>
                {title ?? id}
              </a>{' '}
              <small>
                {say(`work.kind.${kind}`)}, {say('work.history.revision', { revision })}
              </small>
            </li>
          ))}
          {rest > 0 && <li>{say('journal.rest', { count: rest })}</li>}
        </ul>
        <Refused error={error} />
        {data && <p role="status">{say('journal.undone', { count: data.changed })}</p>}
      </div>
      <button
        type="button"
        className="button-quiet"
        disabled={isPending}
        aria-label={say('journal.undoOf', { seq })}
        onClick={undo}
      >
        {say('journal.undo')}
      </button>
    </li>
  )
}

const List = () => {
  const { say } = useText()
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useJournal()
  return (
    <section className="page-sheet page-wide">
      <h1>{say('journal.title')}</h1>
      <p className="page-about">{say('journal.about')}</p>
      <Refused error={error} />
      <ol className="journal">
        {data?.pages
          .flatMap(({ lines }) => lines)
          .map((line) => (
            <Entry key={line.seq} line={line} />
          ))}
      </ol>
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
    </section>
  )
}

/** Every entry of the journal, newest first: who, when, which records, and the way back. For admins. */
const Journal = () => (
  <WorkTexts>
    <MembersOnly isFor={(role) => role === 'admin'}>{() => <List />}</MembersOnly>
  </WorkTexts>
)

export default Journal
