import { X } from 'lucide-react'
import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ContextAnswer, CoverageAnswer } from '../../data/model/answers.ts'
import type { Code } from '../../data/model/codes.ts'
import { formatAgainst, VERSUS_FORMS, type Versus } from '../../data/view/versus.ts'
import { openComparison, openVersus } from '../analysis/open.ts'
import { figureWords } from '../panel/Answer.tsx'
import { Trouble } from '../panel/Trouble.tsx'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import type { View } from '../view.ts'
import { choicesOf, type Sided, sided } from './sides.ts'
import type { Other } from './useOther.ts'

type BarProps = {
  readonly view: View
  readonly versus: Versus
  readonly coverage: CoverageAnswer | undefined
  readonly other: Other
  /** What tells the question and its other side apart. */
  readonly names: { readonly main: string; readonly other: string }
  readonly tags: Sided<string>
  readonly context: ContextAnswer
  /** Of units with another verdict on the other side; undefined until both answers are there. */
  readonly differ: readonly Code[] | undefined
  readonly isOutlined: boolean
  readonly onOutline: (isOutlined: boolean) => void
  readonly hasHalves: boolean
  readonly changeView: ChangeView
}

/** One side's figure in the words of the large one. */
const Figure = ({ view, coverage }: { readonly view: View; readonly coverage: CoverageAnswer | undefined }) => {
  const text = useText()
  const words = coverage && figureWords(coverage, view, text)
  return (
    <p className="versus-figure" data-asked={view.ask} aria-busy={!coverage}>
      <b>{words?.figure ?? '–'}</b> <span>{words?.denominator ?? text.say('panel.loading')}</span>
    </p>
  )
}

const verdictIn = (coverage: CoverageAnswer | undefined, code: Code) =>
  coverage?.units.find((unit) => unit.code === code)

/** The chosen place on both sides, in one sentence. */
const ChosenUnit = ({ view, versus, coverage, other, tags }: BarProps) => {
  const { say, language } = useText()
  const code = view.selection?.kind === 'place' ? view.selection.id : null
  const [here, there] = code ? [verdictIn(coverage, code), verdictIn(other.coverage, code)] : []
  if (!here || !there) return null
  const labelOf = (kind: string) => VERDICT_LEGEND.find(({ value }) => value === kind)?.label[language] ?? kind
  const verdicts = sided(view, versus.against, labelOf(here.verdict.kind), labelOf(there.verdict.kind))
  const values = { place: here.name, ...tags, leftVerdict: verdicts.left, rightVerdict: verdicts.right }
  return (
    <p className="versus-unit" role="status">
      {say('versus.unit', values)}
    </p>
  )
}

/** Why there is no second map, and the one step that mends it. */
const Lacking = ({
  lack,
  changeView,
}: {
  readonly lack: NonNullable<Other['lack']>
  readonly changeView: ChangeView
}) => {
  const { say } = useText()
  return lack === 'no_scenario' ? (
    <p className="versus-lack" role="status">
      {say('versus.noScenario')}{' '}
      <a className="link" href={`/scenario${location.search}`}>
        {say('versus.toScenario')}
      </a>
    </p>
  ) : (
    <p className="versus-lack" role="status">
      {say('versus.scenarioWhole')}{' '}
      <button type="button" className="link" onClick={() => changeView((v) => openVersus(v, { kind: 'scenario' }))}>
        {say('versus.scenarioUnfilter')}
      </button>
    </p>
  )
}

const Tools = ({ view, versus, coverage, differ, isOutlined, onOutline, hasHalves, changeView }: BarProps) => {
  const { say, count } = useText()
  const total = coverage?.denominator ?? 0
  const units = say(`panel.unit.${view.level}`, { count: total })
  const { against, form } = versus
  return (
    <div className="versus-tools">
      <p role="status">
        {differ &&
          say(differ.length === 0 ? 'versus.differNone' : 'versus.differ', {
            count: count(differ.length),
            total: count(total),
            units,
          })}
      </p>
      {differ && differ.length > 0 && (
        <button type="button" className="button-quiet" aria-pressed={isOutlined} onClick={() => onOutline(!isOutlined)}>
          {say('versus.outline')}
        </button>
      )}
      {against.kind === 'year' && view.period.from === view.period.to && (
        <button
          type="button"
          className="button-quiet"
          onClick={() => changeView((v) => ({ ...openComparison(v), compare: against }))}
        >
          {say('versus.changes')}
        </button>
      )}
      {hasHalves && (
        <fieldset className="versus-form">
          <legend className="unseen">{say('versus.form')}</legend>
          {VERSUS_FORMS.map((one) => (
            <button
              key={one}
              type="button"
              className="button-quiet"
              aria-pressed={form === one}
              onClick={() => changeView((v) => openVersus(v, against, one))}
            >
              {say(`versus.form.${one}`)}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}

/** What stands on each side with its figure, how they are compared, and the way out. */
export const Bar = (props: BarProps) => {
  const { view, versus, coverage, other, names, context, changeView } = props
  const text = useText()
  const { say } = text
  const choices = choicesOf(view, context, other.scenario, text).map(({ against, label }) => ({
    value: formatAgainst(against),
    label,
    against,
  }))
  const pick = (
    <Pick
      look="control"
      name={say('versus.against')}
      value={formatAgainst(versus.against)}
      choices={choices}
      shown={names.other}
      onPick={(value) => {
        const against = choices.find((choice) => choice.value === value)?.against
        if (against) changeView((v) => openVersus(v, against))
      }}
    />
  )
  const cells = sided(
    view,
    versus.against,
    <div key="main" className="versus-side">
      <strong>{names.main}</strong>
      <Figure view={view} coverage={coverage} />
    </div>,
    <div key="other" className="versus-side">
      {pick}
      {!other.lack && <Figure view={other.view} coverage={other.coverage} />}
    </div>,
  )
  return (
    <section className="versus-bar" aria-label={say('versus.name')}>
      <div className="versus-sides">
        {cells.left}
        {cells.right}
        <button
          type="button"
          className="versus-close"
          aria-label={say('versus.close')}
          title={say('versus.close')}
          onClick={() => changeView((v) => ({ ...v, versus: null }))}
        >
          <X aria-hidden="true" />
        </button>
      </div>
      {other.error && !other.coverage && <Trouble error={other.error} onRetry={other.retry} />}
      {other.lack ? <Lacking lack={other.lack} changeView={changeView} /> : <Tools {...props} />}
      <ChosenUnit {...props} />
    </section>
  )
}
