import { useState } from 'react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import type { MatchState } from '../../data/model/match_decision.ts'
import type { ComparedAnswer, MatchDeskAnswer, MatchRow } from '../../data/model/matching.ts'
import { Refused } from '../pages/Refused.tsx'
import type { ScreenPalette } from '../palette.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import { changeView } from '../useView.ts'
import { Reason, Standing } from './Decision.tsx'
import { formatPoints, placeName, standingOf } from './names.ts'
import { Parts } from './PartnerRow.tsx'
import { useCompared } from './queries.ts'
import { changeMatching } from './state.ts'
import type { MeetingDesk } from './useMeetingDesk.ts'
import { useMeetingKeys } from './useMeetingKeys.ts'
import { VerdictStrip } from './VerdictStrip.tsx'
import { WorkMap } from './WorkMap.tsx'

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

/** Where a partner works already, and in how many of the target's villages. */
const Here = ({ compared, partner }: { readonly compared: ComparedAnswer | undefined; readonly partner: string }) => {
  const { say, count } = useText()
  const one = compared?.partners.find(({ row }) => row.organisation === partner)
  if (!compared || !one) return null
  return (
    <div className="matching-here">
      <p>
        {say('matching.meeting.here', {
          period: compared.period,
          count: count(one.villagesInPlace),
          total: count(compared.units),
        })}
      </p>
      {compared.bbox && <WorkMap compared={compared} one={one} />}
    </div>
  )
}

/** One target at a time in type that is read from the last row, decided on by single keys. */
export const Meeting = ({ shown, desk, context, palette }: Props) => {
  const text = useText()
  const { say, count, language } = text
  const { targets, target, matching, decide } = shown
  const [at, setAt] = useState(0)
  const [isRefusing, setRefusing] = useState(false)
  const rows = target ? shownOf(target.partners, matching.picked) : []
  const chosen = rows[Math.min(at, rows.length - 1)]
  const place = target ? targets.indexOf(target) : -1
  const may = target !== undefined && shown.mayDecide(target)
  const decision = chosen && target && shown.decisionOf(target.id, chosen.organisation)

  const leave = () => {
    changeView((v) => ({ ...v, palette: 'auto' }))
    changeMatching({ meeting: false }, false)
  }
  const go = (by: 1 | -1) => {
    const next = targets[place + by]
    if (!next) return
    setAt(0)
    setRefusing(false)
    changeMatching({ target: next.id }, false)
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
    weights: matching.weights,
  })
  useMeetingKeys({ go, pick: setAt, record, leave })

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
              <li key={row.organisation} data-chosen={row === chosen}>
                <button type="button" aria-pressed={row === chosen} onClick={() => setAt(index)}>
                  <kbd>{index + 1}</kbd>
                  <span className="matching-name">{row.name}</span>
                  <strong>
                    <span className="unseen">{say('matching.score')} </span>
                    {formatPoints(row.score, language)}
                  </strong>
                </button>
                <div className="matching-slot">
                  <Standing isBrief decision={shown.decisionOf(target.id, row.organisation)} />
                </div>
                <Parts parts={row.parts} />
                <Here compared={compared.data} partner={row.organisation} />
              </li>
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
