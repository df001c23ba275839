import type { RefObject } from 'react'
import type { AreaReportAnswer } from '../../../data/model/answers.ts'
import { type Area, MOST_POINTS } from '../../area/area.ts'
import { useText } from '../../text/useText.ts'
import { formatHa } from '../card/numbers.ts'
import { Origin } from '../card/Origin.tsx'
import { AreaName } from './AreaName.tsx'
import { formatKm } from './figures.ts'

type Props = {
  readonly area: Area
  readonly bufferKm: number
  readonly answer: AreaReportAnswer | undefined
  readonly leftOut: number
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** The area by name and size, and what was found in it in one sentence. */
export const Head = ({ area, bufferKm, answer, leftOut, heading }: Props) => {
  const { say, language } = useText()
  return (
    <>
      <div className="card-chips">
        <span className="report-kind">{say('report.name')}</span>
        {answer?.sample && <Origin origin="sample" />}
      </div>
      <h2 ref={heading} tabIndex={-1} className="card-title">
        <AreaName area={area} />
      </h2>
      {answer && (
        <>
          <p className="report-figure">
            <span className="figure-number">{formatHa(answer.areaHa, language)}</span>
            <span className="figure-words">
              <strong>{say('report.hectares')}</strong>
              {bufferKm > 0 && <span>{say('report.withBuffer', { km: formatKm(bufferKm, language) })}</span>}
              <span>{answer.period}</span>
            </span>
          </p>
          <p className="card-why" role="status">
            {say('report.sentence', {
              activities: answer.activities.length,
              organisations: answer.organisations.length,
              targets: answer.targets.length,
              villages: answer.villages.length,
              period: answer.period,
            })}
          </p>
          {answer.repaired && <p className="report-note">{say('report.repaired')}</p>}
        </>
      )}
      {leftOut > 0 && (
        <p className="report-note">{say('area.simplified', { from: MOST_POINTS + leftOut, to: MOST_POINTS })}</p>
      )}
    </>
  )
}
