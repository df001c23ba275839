import './scenario.css'
import { useCallback, useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { Scenario as ScenarioOf } from '../../data/model/scenario.ts'
import { Refused } from '../pages/Refused.tsx'
import { Waited } from '../pages/Waited.tsx'
import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'
import { Changes } from './Changes.tsx'
import { Compared } from './Compared.tsx'
import { Figures, Headline } from './Figures.tsx'
import { Propose } from './Propose.tsx'
import { Question } from './Question.tsx'
import { useScenarioAnswer } from './queries.ts'
import { ScenarioMap, SHOWN, type Shown } from './ScenarioMap.tsx'
import { ScenarioTexts } from './ScenarioTexts.tsx'
import { ShelfPart } from './ShelfPart.tsx'
import { openScenario } from './shelf.ts'
import { useOpenedLink } from './useOpenedLink.ts'
import { useThinking } from './useThinking.ts'
import { Villages } from './Villages.tsx'

const Desk = ({ context }: { readonly context: ContextAnswer }) => {
  const { say } = useText()
  const thinking = useThinking(context)
  const { about, answer, error, palette, shelf } = thinking
  const { setDraft } = thinking
  const open = useCallback(
    (scenario: ScenarioOf) => {
      setDraft(null)
      openScenario(scenario, say('scenario.unnamed'))
    },
    [setDraft, say],
  )
  const [opened, setOpened] = useOpenedLink(open)
  const [shown, setShown] = useState<Shown | 'other'>('then')
  const [compared, setCompared] = useState<string | null>(null)
  const other = shelf.kept.find((one) => one.name === compared)
  const { data: otherAnswer } = useScenarioAnswer(about, other?.changes ?? null)
  const { name } = shelf.current
  const own = name !== '' && name !== other?.name ? name : say('scenario.then')
  const choices: readonly (readonly [Shown | 'other', string])[] = other
    ? [
        ['today', say('scenario.today')],
        ['then', own],
        ['other', other.name],
      ]
    : SHOWN.map((one) => [one, say(`scenario.${one}`)])
  const isOther = other !== undefined && shown === 'other'
  const compare = (chosen: string | null) => {
    setCompared(chosen)
    setShown('then')
  }
  return (
    <div className="scenario">
      <Question {...thinking} />
      {opened && (
        <p className="page-note" role="status">
          {say(`scenario.${opened}`)}
        </p>
      )}
      <div className="scenario-desk">
        <div className="scenario-side">
          <Changes thinking={thinking} />
          <Refused error={error} />
        </div>
        <div className="scenario-main">
          {answer && <Headline answer={answer} palette={palette} />}
          <div className="scenario-ground" data-waiting={!answer && !error}>
            <fieldset className="scenario-show">
              <legend className="unseen">{say('scenario.show')}</legend>
              {choices.map(([value, label]) => (
                <button key={value} type="button" aria-pressed={shown === value} onClick={() => setShown(value)}>
                  {label}
                </button>
              ))}
            </fieldset>
            <ScenarioMap
              thinking={thinking}
              answer={isOther ? otherAnswer : answer}
              shown={shown === 'other' || (other && shown === 'difference') ? 'then' : shown}
            />
          </div>
          {answer && other && otherAnswer && (
            <Compared
              thinking={thinking}
              answers={[answer, otherAnswer]}
              titles={[own, other.name]}
              onClose={() => compare(null)}
            />
          )}
          {answer && !other && (
            <>
              <Figures about={about} answer={answer} />
              <Villages thinking={thinking} answer={answer} />
            </>
          )}
        </div>
        <div className="scenario-side">
          <ShelfPart
            about={about}
            shelf={shelf}
            compared={other ? compared : null}
            onCompare={compare}
            onOpen={open}
            onDamaged={() => setOpened('damaged')}
          />
          <Propose thinking={thinking} />
        </div>
      </div>
    </div>
  )
}

const Screen = () => <Waited asked={useContextAnswer()}>{(context) => <Desk context={context} />}</Waited>

/** What would be if partners worked otherwise: nothing here is recorded until somebody turns it into proposals. */
const Scenario = () => (
  <ScenarioTexts>
    <Screen />
  </ScenarioTexts>
)

export default Scenario
