import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Activity } from '../../../data/model/activity.ts'
import type { Code } from '../../../data/model/codes.ts'
import type { Twin } from '../../../data/model/work.ts'
import { enumerate, organisationName, themeName } from '../../panel/card/names.ts'
import { recordQuery } from '../../panel/card/queries.ts'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { askRecord } from '../send.ts'

type Told = Pick<Activity, 'title' | 'themes' | 'organisations' | 'period' | 'status'> & { readonly villages: string }

/** The other record: as its members see it, else as everyone does; where it reaches is known of what everyone sees. */
const useOther = (id: string) => {
  const own = useQuery({
    queryKey: ['work-record', id],
    queryFn: ({ signal }) => askRecord(id, signal),
    retry: false,
    staleTime: 60_000,
  })
  const open = useQuery({ ...recordQuery('activity', id), retry: false })
  return { record: own.data?.record ?? open.data?.record, villages: open.data?.villages }
}

const named = (villages: readonly { readonly code: Code; readonly name: string }[]): string =>
  villages.map(({ name }) => name).join(', ')

const Compared = ({ twin, onDismiss }: { readonly twin: Twin; readonly onDismiss: () => void }) => {
  const { say, date, language } = useText()
  const { marking, context, answer } = useEditing()
  const { record: other, villages } = useOther(twin.id)
  const { fields } = marking
  const rows = ({ title, themes, organisations, period, status, villages }: Told): readonly ReactNode[] => [
    title,
    enumerate(
      organisations.map(({ id }) => organisationName(context, id)),
      language,
    ),
    enumerate(
      themes.map((id) => themeName(context, id, language)),
      language,
    ),
    villages,
    period.start &&
      say('record.span', { from: date(period.start), to: period.end ? date(period.end) : say('record.open') }),
    say(`panel.status.${status}`),
  ]
  const { title, themes, organisations, status, start, end } = fields
  const own = { title, themes, organisations, status, period: { start, end: end || null } }
  const mine = rows({ ...own, villages: named(answer?.villages ?? []) })
  const places = villages ? named(villages) : say('edit.sites.count', { count: other?.sites.length ?? 0 })
  const theirs = other && rows({ ...other, villages: places })
  const names = [
    say('edit.title'),
    say('edit.partners'),
    say('edit.themes'),
    say('edit.place'),
    say('edit.period'),
    say('edit.status'),
  ]
  return (
    <section className="edit-twin" aria-label={say('edit.twin', { title: twin.title })}>
      <p>
        <strong>{twin.title}</strong>
        <br />
        {twin.reason[language]}
      </p>
      {theirs && (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{say('edit.twin.field')}</span>
              </th>
              <th scope="col">{say('edit.twin.mine')}</th>
              <th scope="col">{say('edit.twin.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((name, at) => (
              <tr key={name} data-same={mine[at] === theirs[at] && mine[at] !== ''}>
                <th scope="row">{name}</th>
                <td>{mine[at] || '–'}</td>
                <td>{theirs[at] || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="edit-row">
        <a className="button-quiet" href={`/?edit=${encodeURIComponent(twin.id)}`}>
          {say('edit.twin.open')}
        </a>
        <button type="button" className="button-quiet" onClick={onDismiss}>
          {say('edit.twin.other')}
        </button>
      </div>
    </section>
  )
}

/** Activities that may be the same one, side by side with this one: whoever knows decides. */
export const Twins = () => {
  const { say } = useText()
  const { answer, marking } = useEditing()
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const twins = (answer?.twins ?? []).filter(({ id }) => id !== marking.draft.id && !dismissed.includes(id))
  if (twins.length === 0) return null
  return (
    <div className="edit-twins">
      <h4>{say('edit.twins', { count: twins.length })}</h4>
      {twins.map((twin) => (
        <Compared key={twin.id} twin={twin} onDismiss={() => setDismissed([...dismissed, twin.id])} />
      ))}
    </div>
  )
}
