import { FLOW_MEASURES, type FlowMeasure, type FlowsAnswer } from '../../data/model/flows.ts'
import { useText } from '../text/useText.ts'
import { useLayout } from '../useView.ts'
import type { Lifted } from './lifted.ts'
import { RANKINGS, type Ranking } from './rows.ts'

export const FORMS = ['picture', 'table'] as const
export type Form = (typeof FORMS)[number]

/** How the answer is shown; nothing of it changes what is asked. */
export type Shown = { readonly form: Form; readonly ranking: Ranking; readonly measure: FlowMeasure }

/** What an answer can be measured by: no villages where places hold none, no budget where nobody states one. */
export const measuresOf = ({ villages, total }: FlowsAnswer): readonly FlowMeasure[] =>
  FLOW_MEASURES.filter(
    (measure) => measure === 'activities' || (measure === 'villages' ? villages !== null : total.budget.known > 0),
  )

type Props = {
  readonly answer: FlowsAnswer
  readonly shown: Shown
  readonly onChange: (change: Partial<Shown>) => void
  readonly pinned: Lifted | null
  readonly onPin: (lifted: Lifted | null) => void
}

type ListProps<Value extends string> = {
  readonly name: string
  readonly value: Value
  readonly values: readonly Value[]
  readonly words: (value: Value) => string
  readonly onPick: (value: Value) => void
}

const List = <Value extends string>({ name, value, values, words, onPick }: ListProps<Value>) => (
  <label className="field">
    {name}
    <select value={value} onChange={({ target }) => onPick(target.value as Value)}>
      {values.map((one) => (
        <option key={one} value={one}>
          {words(one)}
        </option>
      ))}
    </select>
  </label>
)

/** Form, order, measure, and the place that stands out. */
export const Controls = ({ answer, shown, onChange, pinned, onPin }: Props) => {
  const { say, count } = useText()
  const isPhone = useLayout() === 'phone'
  const { level, places, denominator } = answer
  const units = say(`panel.unit.${level}`, { count: denominator })
  const measures = measuresOf(answer)
  const worked = places.filter(({ partners }) => partners > 0).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const nameOf = new Map(worked.map(({ code, name, partners }) => [code, `${name} (${count(partners)})`]))
  return (
    <div className="flows-controls">
      <fieldset className="flows-forms">
        <legend>{say('flows.form')}</legend>
        {FORMS.map((form) => (
          <button
            key={form}
            type="button"
            className="button-quiet"
            aria-pressed={shown.form === form}
            onClick={() => onChange({ form })}
          >
            {say(`flows.form.${form}`)}
          </button>
        ))}
      </fieldset>
      <List
        name={say('flows.rank')}
        value={shown.ranking}
        values={RANKINGS.filter((one) => one !== 'budget' || measures.includes('budget'))}
        words={(one) => say(`flows.rank.${one}`, { units })}
        onPick={(ranking) => onChange({ ranking })}
      />
      {measures.length > 1 && (
        <List
          name={say(shown.form === 'table' ? 'flows.measure.table' : isPhone ? 'flows.measure.disc' : 'flows.measure')}
          value={shown.measure}
          values={measures}
          words={(one) => say(`flows.measure.${one}`)}
          onPick={(measure) => onChange({ measure })}
        />
      )}
      {shown.form === 'picture' && (
        <List
          name={say('flows.place')}
          value={pinned?.kind === 'place' ? pinned.id : ''}
          values={['', ...nameOf.keys()]}
          words={(code) => nameOf.get(code) ?? say('flows.place.all', { units })}
          onPick={(code) => onPin(code === '' ? null : { kind: 'place', id: code })}
        />
      )}
    </div>
  )
}
