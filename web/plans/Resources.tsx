import { X } from 'lucide-react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { type PlanAction, RESOURCE_KINDS, type Resource, type ResourceKind } from '../../data/model/plan.ts'
import { useText } from '../text/useText.ts'
import { Typed, TypedNumber } from './Typed.tsx'

type Props = {
  readonly resources: PlanAction['resources']
  readonly context: ContextAnswer
  readonly onChange: (resources: readonly Resource[]) => void
}

type LineProps = {
  readonly one: Resource
  readonly context: ContextAnswer
  readonly onChange: (one: Resource) => void
  readonly onDrop: () => void
}

/** Without the fields that are empty. */
const filled = ({
  amount,
  unit,
  what,
  by,
  kind,
  secured,
}: { [K in keyof Resource]?: Resource[K] | undefined }): Resource => ({
  kind: kind ?? 'money',
  secured: secured ?? false,
  ...(amount === undefined ? {} : { amount }),
  ...(unit ? { unit } : {}),
  ...(what ? { what } : {}),
  ...(by ? { by } : {}),
})

const Line = ({ one, context, onChange, onDrop }: LineProps) => {
  const { say } = useText()
  const set = (change: { [K in keyof Resource]?: Resource[K] | undefined }) => onChange(filled({ ...one, ...change }))
  return (
    <li className="plan-resource">
      <label>
        {say('plans.resource.kind')}
        <select value={one.kind} onChange={({ target }) => set({ kind: target.value as ResourceKind })}>
          {RESOURCE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {say(`plans.resource.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <TypedNumber
        label={say(one.kind === 'money' ? 'plans.resource.amountIdr' : 'plans.resource.amount')}
        min={0}
        value={one.amount}
        onCommit={(amount) => set({ amount })}
      />
      {one.kind === 'in_kind' && (
        <Typed
          label={say('plans.resource.unit')}
          maxLength={60}
          value={one.unit ?? ''}
          onCommit={(unit) => set({ unit })}
        />
      )}
      <Typed
        label={say('plans.resource.what')}
        maxLength={200}
        value={one.what ?? ''}
        onCommit={(what) => set({ what })}
      />
      <label>
        {say('plans.resource.by')}
        <select value={one.by ?? ''} onChange={({ target }) => set({ by: target.value })}>
          <option value="">{say('plans.resource.byResponsible')}</option>
          {context.organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="plan-secured">
        <input type="checkbox" checked={one.secured} onChange={({ target }) => set({ secured: target.checked })} />
        {say('plans.resource.secured')}
      </label>
      <button
        type="button"
        className="button-quiet"
        aria-label={say('plans.drop', { name: one.what ?? say(`plans.resource.${one.kind}`) })}
        onClick={onDrop}
      >
        <X aria-hidden="true" size={16} />
      </button>
    </li>
  )
}

/** What an action takes: money, people, anything else, from whom, and whether they have confirmed it. */
export const Resources = ({ resources, context, onChange }: Props) => {
  const { say } = useText()
  return (
    <fieldset className="plan-set plan-wide">
      <legend>{say('plans.field.resources')}</legend>
      <ul>
        {resources.map((one, at) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: resources have no name of their own
            key={at}
            one={one}
            context={context}
            onChange={(next) => onChange(resources.map((other, index) => (index === at ? next : other)))}
            onDrop={() => onChange(resources.filter((_, index) => index !== at))}
          />
        ))}
      </ul>
      <button
        type="button"
        className="button-quiet"
        onClick={() => onChange([...resources, { kind: 'money', secured: false }])}
      >
        {say('plans.resource.add')}
      </button>
    </fieldset>
  )
}
