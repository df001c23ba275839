import type { ContextAnswer } from '../../data/model/answers.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { changeView } from '../useView.ts'
import { changeMatching } from './state.ts'
import { departmentsIn, type MeetingDesk, partnersOf } from './useMeetingDesk.ts'

type Props = { readonly shown: MeetingDesk; readonly context: ContextAnswer }

/** For whom, where and when, as a sentence with pick-lists. */
export const Question = ({ shown, context }: Props) => {
  const { say } = useText()
  const { matching, departments, region, view } = shown
  const isPartner = matching.partner !== null
  const those = isPartner ? partnersOf(context) : departments
  const choices = those.map(({ id, name }) => ({ value: id, label: name }))
  const [first, last] = context.years
  const years = Array.from({ length: last - first + 1 }, (_, at) => `${last - at}`)
  const turn = (side: string) => {
    const id = (side === 'partner' ? partnersOf(context) : departments)[0]?.id ?? null
    changeMatching({
      department: side === 'partner' ? null : id,
      partner: side === 'partner' ? id : null,
      target: null,
      picked: [],
    })
  }
  const move = (code: string) => {
    changeView((v) => ({ ...v, region: code }))
    const department = isPartner ? null : (departmentsIn(context, code)[0]?.id ?? null)
    changeMatching({ department, target: null, picked: [] }, false)
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
      <h1>
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
