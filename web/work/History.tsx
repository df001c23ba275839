import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { isKind, type Kind } from '../../data/model/record.ts'
import type { Language } from '../../data/model/words.ts'
import type { HistoryLine, WorkLine } from '../../data/model/work.ts'
import { ask } from '../api.ts'
import { Refused } from '../pages/Refused.tsx'
import { useMoment } from '../people/useMoment.ts'
import { useOrganisations } from '../people/useOrganisations.ts'
import { useText } from '../text/useText.ts'
import { recordAddress, useStep, useUndo } from './queries.ts'
import { useFieldNames } from './useFieldNames.ts'

const titleOf = ({ record }: HistoryLine, language: Language): string => {
  if (!record) return ''
  if ('title' in record) return record.title
  if ('label' in record) return record.label[language]
  return record.name
}

/** So many revisions at a time; older ones are asked for. */
const PAGE = 50

const useHistory = (kind: Kind, id: string) =>
  useInfiniteQuery({
    queryKey: ['history', kind, id],
    queryFn: ({ pageParam, signal }) => {
      const older = pageParam === null ? '' : `&before=${pageParam}`
      return ask<readonly HistoryLine[]>(`${recordAddress({ kind, id })}/history?limit=${PAGE}${older}`, signal)
    },
    initialPageParam: null as number | null,
    getNextPageParam: (page) => {
      const oldest = page.at(-1)?.revision ?? 1
      return oldest > 1 ? oldest : null
    },
  })

type Props = { readonly line: HistoryLine; readonly newest: Pick<WorkLine, 'kind' | 'id' | 'revision'> }

const Revision = ({ line, newest }: Props) => {
  const { say } = useText()
  const moment = useMoment()
  const client = useQueryClient()
  const nameOf = useFieldNames()
  const organisations = useOrganisations()
  const { mutate, error, isPending, isSuccess } = useStep()
  const undoing = useUndo()
  const { revision, record, time, organisation, changed } = line
  // Whoever was erased: the organisation stands for them.
  const name = line.name ?? (organisation === null ? say('work.history.system') : organisations.nameOf(organisation))
  const restore = () =>
    mutate(
      { line: newest, step: 'restore', revision },
      { onSettled: () => client.invalidateQueries({ queryKey: ['history', newest.kind, newest.id] }) },
    )
  return (
    <li>
      <div>
        <strong>{say('work.history.revision', { revision })}</strong>
        {record && (
          <span className="work-state" data-state={record.verification}>
            {say(`work.state.${record.verification}`)}
          </span>
        )}
        <small>{say('work.history.by', { name, time: moment(time) })}</small>
        <p>
          {record === null
            ? say('work.history.removed')
            : revision === 1
              ? say('work.history.first')
              : say('work.history.changed', { fields: changed.map(nameOf).join(', ') })}
        </p>
        <Refused error={error ?? undoing.error} />
        {isSuccess && <p role="status">{say('work.history.restored', { revision })}</p>}
      </div>
      {revision === newest.revision && revision > 1 && (
        <button
          type="button"
          className="button-quiet"
          disabled={undoing.isPending}
          onClick={() => undoing.mutate(line.operation)}
        >
          {say('work.history.undo')}
        </button>
      )}
      {record && revision !== newest.revision && (
        <button
          type="button"
          className="button-quiet"
          disabled={isPending}
          aria-label={say('work.history.restoreOf', { revision })}
          onClick={restore}
        >
          {say('work.history.restore')}
        </button>
      )}
    </li>
  )
}

/** Every state a record has had, newest first: who, when, what, and the way back. */
export const History = ({ kind, id }: { readonly kind: string; readonly id: string }) => {
  const { say, language } = useText()
  const own = isKind(kind) ? kind : 'activity'
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(own, id)
  const lines = data?.pages.flat() ?? []
  const newest = lines[0]
  const named = lines.find(({ record }) => record !== null)
  return (
    <section className="page-sheet">
      <a className="link" href="/work">
        {say('work.history.back')}
      </a>
      <h1>{named ? titleOf(named, language) : say('work.history.title')}</h1>
      <Refused error={error} />
      <ol className="work-history">
        {newest &&
          lines.map((line) => (
            <Revision key={line.revision} line={line} newest={{ kind: own, id, revision: newest.revision }} />
          ))}
      </ol>
      {hasNextPage && (
        <button
          type="button"
          className="button-quiet"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {say('work.history.older')}
        </button>
      )}
    </section>
  )
}
