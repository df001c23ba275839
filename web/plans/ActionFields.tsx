import type { ContextAnswer } from '../../data/model/answers.ts'
import { PLANNING_DOCUMENTS, type PlanAction, type PlanningDocument } from '../../data/model/plan.ts'
import { useText } from '../text/useText.ts'
import { Choice } from './Choice.tsx'
import { type ActionChange, changeAction, dropAction } from './draft.ts'
import { Parties } from './Parties.tsx'
import { Resources } from './Resources.tsx'
import { Typed, TypedNumber } from './Typed.tsx'
import type { Desk } from './useDesk.ts'
import type { Names } from './useNames.ts'

export type ActionProps = {
  readonly action: PlanAction
  readonly desk: Desk
  readonly names: Names
  readonly context: ContextAnswer
}
type Part = { readonly action: PlanAction; readonly onChange: (change: ActionChange) => void }

const Waits = ({ action, onChange, others }: Part & { readonly others: readonly PlanAction[] }) => {
  const { say } = useText()
  const { dependsOn } = action
  const toggle = (id: string) =>
    onChange({ dependsOn: dependsOn.includes(id) ? dependsOn.filter((one) => one !== id) : [...dependsOn, id] })
  return (
    <fieldset className="plan-set">
      <legend>{say('plans.field.dependsOn')}</legend>
      {others.map(({ id, what }) => (
        <label key={id} className="plan-check">
          <input type="checkbox" checked={dependsOn.includes(id)} onChange={() => toggle(id)} />
          {what || '–'}
        </label>
      ))}
    </fieldset>
  )
}

const Indicator = ({ action, onChange }: Part) => {
  const { say } = useText()
  const now = action.indicator ?? { name: '', unit: '', target: 0 }
  const set = (change: { name?: string; unit?: string; target?: number; achieved?: number | undefined }) => {
    const { achieved, ...next } = { ...now, ...change }
    const isEmpty = !next.name && !next.unit && !next.target && achieved === undefined
    onChange({ indicator: isEmpty ? undefined : { ...next, ...(achieved === undefined ? {} : { achieved }) } })
  }
  return (
    <fieldset className="plan-set plan-indicator">
      <legend>{say('plans.field.indicator')}</legend>
      <Typed label={say('plans.indicator.name')} maxLength={200} value={now.name} onCommit={(name) => set({ name })} />
      <Typed label={say('plans.indicator.unit')} maxLength={60} value={now.unit} onCommit={(unit) => set({ unit })} />
      <TypedNumber
        label={say('plans.indicator.target')}
        step="any"
        value={action.indicator ? now.target : undefined}
        onCommit={(target = 0) => set({ target })}
      />
      <TypedNumber
        label={say('plans.indicator.achieved')}
        step="any"
        value={now.achieved}
        onCommit={(achieved) => set({ achieved })}
      />
    </fieldset>
  )
}

const Document = ({ action, onChange }: Part) => {
  const { say } = useText()
  const { document } = action
  return (
    <fieldset className="plan-set">
      <legend>{say('plans.field.document')}</legend>
      <label>
        {say('plans.document.kind')}
        <select
          value={document?.kind ?? ''}
          onChange={({ target }) => {
            const kind = target.value as PlanningDocument | ''
            onChange({ document: kind ? { kind, item: document?.item ?? '' } : undefined })
          }}
        >
          <option value="">{say('plans.document.none')}</option>
          {PLANNING_DOCUMENTS.map((kind) => (
            <option key={kind} value={kind}>
              {kind === 'other' ? say('plans.document.other') : kind}
            </option>
          ))}
        </select>
      </label>
      {document && (
        <Typed
          label={say('plans.document.item')}
          maxLength={300}
          value={document.item}
          onCommit={(item) => onChange({ document: { ...document, item } })}
        />
      )}
    </fieldset>
  )
}

/** Every field of an action that does not fit into a line of the table. */
export const ActionFields = ({ action, desk, names, context }: ActionProps) => {
  const { say, language } = useText()
  const { id } = action
  const set = (change: ActionChange) => desk.change(changeAction(desk.plan, id, change))
  return (
    <div className="plan-fields">
      <label className="field">
        {say('plans.field.theme')}
        <select value={action.theme} onChange={({ target }) => set({ theme: target.value })}>
          {context.themes.map((theme) => (
            <option key={theme.id} value={theme.id}>
              {theme.label[language]}
            </option>
          ))}
        </select>
      </label>
      <Choice
        kind="places"
        label={say('plans.field.places')}
        chosen={action.places}
        nameOf={names.place}
        onChange={(places) => set({ places })}
      />
      <Choice
        kind="activities"
        label={say('plans.field.activities')}
        chosen={action.activities}
        nameOf={names.activity}
        onChange={(activities) => set({ activities })}
      />
      <Parties action={action} names={names} context={context} onChange={set} />
      <Waits action={action} onChange={set} others={desk.plan.actions.filter((one) => one.id !== id)} />
      <Indicator action={action} onChange={set} />
      <Document action={action} onChange={set} />
      <Typed
        label={say('plans.progress.date')}
        type="date"
        value={action.progress?.date ?? ''}
        disabled={!action.progress}
        onCommit={(date) => date && set({ progress: { percent: action.progress?.percent ?? 0, date } })}
      />
      <Resources resources={action.resources} context={context} onChange={(resources) => set({ resources })} />
      <button type="button" className="button-quiet" onClick={() => desk.change(dropAction(desk.plan, id))}>
        {say('plans.dropAction')}
      </button>
    </div>
  )
}
