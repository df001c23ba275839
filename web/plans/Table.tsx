import { ACTIVITY_STATUSES, type ActivityStatus } from '../../data/model/activity.ts'
import { flagsOf } from '../../data/model/plan_figures.ts'
import { organisationName, themeName } from '../panel/card/names.ts'
import { useText } from '../text/useText.ts'
import { useMedia } from '../useView.ts'
import { ActionFields, type ActionProps } from './ActionFields.tsx'
import { type ActionChange, changeAction } from './draft.ts'
import type { FaceProps } from './Faces.tsx'
import { Flags } from './Flags.tsx'
import { Organisations } from './Parties.tsx'
import { changePlanView } from './state.ts'
import { Typed, TypedLong, TypedNumber } from './Typed.tsx'
import { indicatorWords, resourceWords, spanWords } from './words.ts'

type RowProps = ActionProps & { readonly on: string; readonly isChosen: boolean }
type CellProps = ActionProps & { readonly isOpen: boolean; readonly set: (change: ActionChange) => void }

const NARROW = '(max-width: 767px)'
const COLUMNS = ['what', 'period', 'responsible', 'progress', 'resources', 'indicator', 'places', 'dependsOn'] as const

const Period = ({ action, isOpen, set }: CellProps) => {
  const text = useText()
  const { say } = text
  const { what, period } = action
  if (!isOpen) return spanWords(period, text)
  return (
    <span className="plan-stack">
      <Typed
        type="date"
        aria-label={say('plans.of', { field: say('plans.field.start'), action: what })}
        value={period.start}
        onCommit={(start) => start && set({ period: { ...period, start } })}
      />
      <Typed
        type="date"
        aria-label={say('plans.of', { field: say('plans.field.end'), action: what })}
        value={period.end ?? ''}
        onCommit={(end) => set({ period: { ...period, end: end || null } })}
      />
    </span>
  )
}

const Responsible = ({ action, isOpen, names, context, set }: CellProps) => {
  const { say } = useText()
  const { what, responsible, supporting } = action
  const helping = supporting.length > 0 && (
    <small className="plan-small">
      {say('plans.field.supporting')}: {supporting.map(({ id }) => names.organisation(id)).join(', ')}
    </small>
  )
  if (!isOpen)
    return (
      <span className="plan-stack">
        {responsible ? names.organisation(responsible.id) : say('plans.nobody')}
        {responsible?.role && <small className="plan-small">{responsible.role}</small>}
        {helping}
      </span>
    )
  return (
    <span className="plan-stack">
      <select
        aria-label={say('plans.of', { field: say('plans.field.responsible'), action: what })}
        value={responsible?.id ?? ''}
        onChange={({ target }) => set({ responsible: target.value ? { id: target.value } : undefined })}
      >
        <option value="">{say('plans.nobody')}</option>
        {responsible && !context.organisations.some(({ id }) => id === responsible.id) && (
          <option value={responsible.id}>{organisationName(context, responsible.id)}</option>
        )}
        <Organisations context={context} />
      </select>
      {helping}
    </span>
  )
}

const Progress = ({ action, isOpen, set }: CellProps) => {
  const { say, count, date } = useText()
  const { what, status, progress } = action
  if (!isOpen)
    return (
      <span className="plan-stack">
        {say(`panel.status.${status}`)}
        {progress && (
          <small className="plan-small">
            {count(progress.percent)}
            {'\u00a0%, '}
            {date(progress.date)}
          </small>
        )}
      </span>
    )
  const today = new Date().toLocaleDateString('sv')
  return (
    <span className="plan-stack">
      <select
        aria-label={say('plans.of', { field: say('plans.field.status'), action: what })}
        value={status}
        onChange={({ target }) => set({ status: target.value as ActivityStatus })}
      >
        {ACTIVITY_STATUSES.map((one) => (
          <option key={one} value={one}>
            {say(`panel.status.${one}`)}
          </option>
        ))}
      </select>
      <span className="plan-percent">
        <TypedNumber
          min={0}
          max={100}
          aria-label={say('plans.of', { field: say('plans.progress.percent'), action: what })}
          value={progress?.percent}
          onCommit={(percent) => set({ progress: percent === undefined ? undefined : { percent, date: today } })}
        />
        %
      </span>
    </span>
  )
}

const Row = ({ action, desk, names, context, on, isChosen }: RowProps) => {
  const text = useText()
  const { say, language } = text
  const { id, what, theme, places, resources, dependsOn, document } = action
  const set = (change: ActionChange) => desk.change(changeAction(desk.plan, id, change))
  // A phone would scroll through hundreds of fields: there the chosen action alone is open.
  const isNarrow = useMedia(NARROW)
  const isOpen = desk.mayChange && (isChosen || !isNarrow)
  const cell = { action, desk, names, context, set, isOpen }
  const label = (name: (typeof COLUMNS)[number]) => ({ 'data-label': say(`plans.field.${name}`) })
  return (
    <>
      <tr className={isChosen ? 'plan-row plan-chosen-row' : 'plan-row'}>
        <th scope="row" className="plan-cell plan-what">
          {isOpen ? (
            <TypedLong
              aria-label={say('plans.of', { field: say('plans.field.what'), action: what })}
              maxLength={300}
              value={what}
              onCommit={(next) => set({ what: next })}
            />
          ) : (
            what
          )}
          <small className="plan-small">
            {themeName(context, theme, language)}
            {document && ` · ${document.kind === 'other' ? '' : `${document.kind}: `}${document.item}`}
          </small>
          <Flags flags={flagsOf(action, on)} />
          {desk.mayChange && (
            <button
              type="button"
              className="link plan-more"
              aria-expanded={isChosen}
              aria-label={say('plans.of', { field: say('plans.more'), action: what })}
              onClick={() => changePlanView({ action: isChosen ? null : id })}
            >
              {say('plans.more')}
            </button>
          )}
        </th>
        <td className="plan-cell" {...label('period')}>
          <Period {...cell} />
        </td>
        <td className="plan-cell" {...label('responsible')}>
          <Responsible {...cell} />
        </td>
        <td className="plan-cell" {...label('progress')}>
          <Progress {...cell} />
        </td>
        <td className="plan-cell" {...label('resources')}>
          {resources.length === 0
            ? '–'
            : resources.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: resources have no name of their own
                <span key={at} className="block">
                  {resourceWords(one, text)}
                </span>
              ))}
        </td>
        <td className="plan-cell" {...label('indicator')}>
          {indicatorWords(action, text) ?? '–'}
        </td>
        <td className="plan-cell" {...label('places')}>
          {places.length === 0 ? say('plans.everywhereInPlan') : places.map(names.place).join(', ')}
        </td>
        <td className="plan-cell" {...label('dependsOn')}>
          {dependsOn.length === 0 ? '–' : dependsOn.map(names.action).join('; ')}
        </td>
      </tr>
      {isChosen && desk.mayChange && (
        <tr className="plan-row">
          <td className="plan-cell" colSpan={COLUMNS.length}>
            <ActionFields action={action} desk={desk} names={names} context={context} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The actions as lines, each field to be changed where it stands. */
export const Table = ({ actions, desk, names, context, on, chosen }: FaceProps) => {
  const { say } = useText()
  return (
    <table className="plan-table">
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className="plan-column">
              {say(`plans.field.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <Row
            key={action.id}
            action={action}
            desk={desk}
            names={names}
            context={context}
            on={on}
            isChosen={action.id === chosen}
          />
        ))}
      </tbody>
    </table>
  )
}
