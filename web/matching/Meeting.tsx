import { useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { MatchState } from '../../data/model/match_decision.ts'
import type { MatchDeskAnswer, MatchRow } from '../../data/model/matching.ts'
import { Refused } from '../pages/Refused.tsx'
import type { ScreenPalette } from '../palette.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import { changeView } from '../useView.ts'
import { Reason } from './Decision.tsx'
import { MeetingCard } from './MeetingCard.tsx'
import { placeName, standingOf } from './names.ts'
import { useCompared } from './queries.ts'
import { changeMatching } from './state.ts'
import type { MeetingDesk } from './useMeetingDesk.ts'
import { useMeetingKeys } from './useMeetingKeys.ts'
import { VerdictStrip } from './VerdictStrip.tsx'

type Props = {
  readonly shown: MeetingDesk
  readonly desk: MatchDeskAnswer
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
}

const MOST_SHOWN = 4

/** Those that were ticked beforehand, else the best. */
const shownOf = (partners: readonly MatchRow[], picked: readonly string[]): readonly MatchRow[] => {
  const ticked = partners.filter(({ organisation }) => picked.includes(organisation))
  return (ticked.length > 0 ? ticked : partners).slice(0, MOST_SHOWN)
}

/** One target at a time in type that is read from the last row, decided on by single keys. */
export const Meeting = ({ shown, desk, context, palette }: Props) => {
  const text = useText()
  const { say, count } = text
  const { targets, target, matching, decide } = shown
  const [isRefusing, setRefusing] = useState(false)
  const rows = target ? shownOf(target.partners, matching.picked) : []
  const chosen = rows.find(({ organisation }) => organisation === matching.chosen) ?? rows[0]
  const place = target ? targets.indexOf(target) : -1
  const may = target !== undefined && shown.mayDecide(target)
  const decision = chosen && target && shown.decisionOf(target.id, chosen.organisation)

  const leave = () => {
    changeView((v) => ({ ...v, palette: 'auto' }))
    changeMatching({ meeting: false, chosen: null }, false)
  }
  const go = (by: 1 | -1) => {
    const next = targets[place + by]
    if (!next) return
    setRefusing(false)
    changeMatching({ target: next.id, chosen: null }, false)
  }
  const choose = (index: number) => {
    const row = rows[Math.min(index, rows.length - 1)]
    if (row) changeMatching({ chosen: row.organisation }, false)
  }
  const put = (state: MatchState | null, reason?: string) => {
    if (!chosen || !target) return
    setRefusing(false)
    decide.mutate({
      target: target.id,
      partner: chosen.organisation,
      state,
      before: decision,
      ...(reason === undefined ? {} : { reason }),
    })
  }
  const record = (state: MatchState) => {
    if (!may || decide.isPending) return
    if (decision?.state === state) put(null)
    else if (state === 'refused') setRefusing(true)
    else put(state)
  }
  const compared = useCompared({
    target: target?.id ?? '',
    partners: rows.map(({ organisation }) => organisation),
    region: shown.region,
    period: shown.period,
    weights: shown.weights,
  })
  useMeetingKeys({ go, pick: choose, record, leave })

  return (
    <section className="matching-meeting" aria-label={say('matching.meeting')}>
      <header>
        <p>
          {desk.organisation.name}, {placeName(context, desk.region)}, {desk.period}
        </p>
        <p role="status">
          {say('matching.meeting.at', { at: count(place + 1), total: count(targets.length) })}
          {chosen && <span className="unseen">. {say('matching.meeting.chosen', { name: chosen.name })}</span>}
        </p>
        <button type="button" className="button-quiet" onClick={leave}>
          {say('matching.meeting.leave')}
        </button>
      </header>
      {target && (
        <>
          <h1>{target.title}</h1>
          <p className="matching-stand">
            <Swatch meaning={target.verdict} palette={palette} /> {standingOf(target, text)}
          </p>
          <VerdictStrip target={target} palette={palette} />
          <ol className="matching-four">
            {rows.map((row, index) => (
              <MeetingCard
                key={row.organisation}
                row={row}
                number={index + 1}
                isChosen={row === chosen}
                decision={shown.decisionOf(target.id, row.organisation)}
                compared={compared.data}
                onChoose={() => choose(index)}
              />
            ))}
          </ol>
        </>
      )}
      {isRefusing && chosen && (
        <Reason name={chosen.name} onSend={(reason) => put('refused', reason)} onCancel={() => setRefusing(false)} />
      )}
      <Refused error={decide.error} />
      <footer>
        {say(may ? 'matching.meeting.help' : 'matching.meeting.look')}
        {!shown.isMember && ` ${say('matching.signIn')}`}
      </footer>
    </section>
  )
}
