import type { ContextAnswer } from '../../data/model/answers.ts'
import type { MatchDeskAnswer } from '../../data/model/matching.ts'
import { themeName } from '../panel/card/names.ts'
import { useText } from '../text/useText.ts'
import { changeView } from '../useView.ts'
import { Download } from './Download.tsx'
import { changeMatching } from './state.ts'
import type { MeetingDesk } from './useMeetingDesk.ts'

type Props = { readonly shown: MeetingDesk; readonly desk: MatchDeskAnswer; readonly context: ContextAnswer }

/** What of the list is shown, and the ways it goes on from here. */
export const Filters = ({ shown, desk, context }: Props) => {
  const { say, count, language } = useText()
  const { matching, targets } = shown
  const themes = [...new Set(desk.targets.map(({ theme }) => theme))]
  const meet = () => {
    changeView((v) => ({ ...v, palette: 'projector' }))
    changeMatching({ meeting: true }, false)
  }
  return (
    <div className="matching-filters">
      <label className="matching-check">
        <input
          type="checkbox"
          checked={matching.gaps}
          onChange={({ target }) => changeMatching({ gaps: target.checked })}
        />
        {say('matching.gaps')}
      </label>
      <label className="matching-theme">
        {say('matching.theme')}
        <select value={matching.about ?? ''} onChange={({ target }) => changeMatching({ about: target.value || null })}>
          <option value="">{say('matching.allThemes')}</option>
          {themes.map((id) => (
            <option key={id} value={id}>
              {themeName(context, id, language)}
            </option>
          ))}
        </select>
      </label>
      <span role="status">
        {say('matching.shown', { count: count(targets.length), total: count(desk.targets.length) })}
      </span>
      <span className="matching-ways">
        <Download shown={shown} desk={desk} context={context} />
        <button type="button" className="button-quiet" onClick={() => print()}>
          {say('matching.print')}
        </button>
        <button type="button" className="button-main" disabled={targets.length === 0} onClick={meet}>
          {say('matching.meeting')}
        </button>
      </span>
    </div>
  )
}
