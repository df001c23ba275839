import type { AreaReportAnswer, ContextAnswer } from '../../../data/model/answers.ts'
import type { ScreenPalette } from '../../palette.ts'
import { useText } from '../../text/useText.ts'
import { Section } from '../card/Section.tsx'
import { Activities, Authority, Organisations, Targets, Villages } from './Records.tsx'
import { Age, Sums } from './Sums.tsx'
import { Themes } from './Themes.tsx'

type Props = {
  readonly answer: AreaReportAnswer
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
}

/** From the verdicts down to what the answer rests on; who may act here stands high where anybody may. */
export const Body = ({ answer, context, palette }: Props) => {
  const { say, count, date } = useText()
  const { boundaries } = context
  const { villages, activities, targets, authority } = answer
  const empty = villages.length + activities.length + targets.length + authority.length === 0
  const basis = (
    <Section title={say('report.basis')}>
      <p className="quiet">
        {[
          say('shell.asOf', { date: date(answer.asOf.time), seq: count(answer.asOf.seq) }),
          say(boundaries.kind === 'estimated' ? 'shell.estimated' : 'shell.indicative'),
          boundaries.attribution,
        ].join(' · ')}
      </p>
      {answer.sample && <p className="quiet">{say('shell.sampleAbout')}</p>}
    </Section>
  )
  if (empty)
    return (
      <>
        <p className="report-note">{say('report.empty')}</p>
        {basis}
      </>
    )
  return (
    <>
      <Themes answer={answer} context={context} palette={palette} />
      {authority.length > 0 && <Authority answer={answer} />}
      <Villages answer={answer} />
      <Targets answer={answer} context={context} />
      <Activities answer={answer} context={context} />
      <Organisations answer={answer} />
      {authority.length === 0 && <Authority answer={answer} />}
      <Sums answer={answer} />
      <Age answer={answer} />
      {basis}
    </>
  )
}
