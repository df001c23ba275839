import type { ContextAnswer } from '../../data/model/answers.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { changeView } from '../useView.ts'
import { changeMatching } from './state.ts'
import { type MeetingDesk, partnersOf } from './useMeetingDesk.ts'

type Props = { readonly shown: MeetingDesk; readonly context: ContextAnswer }

/** For whom, where and when, as a sentence with pick-lists. */
export const Question = ({ shown, context }: Props) => {
  const { say, count } = useText()
  const { matching, departments, region, view } = shown
  const isPartner = matching.partner !== null
  const choices = isPartner
    ? partnersOf(context).map(({ id, name }) => ({ value: id, label: name }))
    : departments.map(({ id, name, waiting, targets }) => ({
        value: id,
        label: name,
        detail: say('matching.waiting', { waiting: count(waiting), targets: count(targets) }),
      }))
  const [first, last] = context.years
  const years = Array.from({ length: last - first + 1 }, (_, at) => `${last - at}`)
  const turn = (side: string) => {
    const partner = side === 'partner' ? (partnersOf(context)[0]?.id ?? null) : null
    changeMatching({ department: null, partner, target: null, picked: [] })
  }
  const move = (code: string) => {
    changeView((v) => ({ ...v, region: code }))
    changeMatching({ department: null, target: null, picked: [] }, false)
  }
  return (
    <div className="matching-question">
      <fieldset className="matching-side">
        <legend>{say('matching.side')}</legend>
        {(['department', 'partner'] as const).map((side) => (
          <button key={side} type="button" aria-pressed={(side === 'partner') === isPartner} onClick={() => turn(side)}>
            {say(`matching.side.${side}`)}
          </button>
        ))}
      </fieldset>
      <h1 data-waiting={shown.isNaming}>
        <span>{say(isPartner ? 'matching.ask.partner' : 'matching.ask.department')}</span>{' '}
        <Pick
          look="word"
          name={say(isPartner ? 'matching.partner' : 'matching.department')}
          value={matching.partner ?? matching.department ?? ''}
          choices={choices}
          onPick={(id) => changeMatching({ [isPartner ? 'partner' : 'department']: id, target: null, picked: [] })}
        />{' '}
        <span>{say('matching.ask.in')}</span>{' '}
        <Pick
          look="word"
          name={say('matching.region')}
          value={region}
          choices={context.regencies.map(({ code, name }) => ({ value: code, label: name }))}
          onPick={move}
        />{' '}
        <span>{say('matching.ask.when')}</span>{' '}
        <Pick
          look="word"
          name={say('matching.period')}
          value={`${view.period.to}`}
          choices={years.map((value) => ({ value, label: value }))}
          onPick={(year) => changeView((v) => ({ ...v, period: { from: Number(year), to: Number(year) } }))}
        />
      </h1>
    </div>
  )
}
