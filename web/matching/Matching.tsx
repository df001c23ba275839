import './matching.css'
import './partners.css'
import './compared.css'
import './meeting.css'
import { Refused } from '../pages/Refused.tsx'
import { usePalette } from '../palette.ts'
import { Trouble } from '../panel/Trouble.tsx'
import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'
import { Answer } from './Answer.tsx'
import { Chosen } from './Chosen.tsx'
import { Filters } from './Filters.tsx'
import { MatchingTexts } from './MatchingTexts.tsx'
import { Meeting } from './Meeting.tsx'
import { PrintSheet } from './PrintSheet.tsx'
import { Question } from './Question.tsx'
import { changeMatching } from './state.ts'
import { Targets } from './Targets.tsx'
import { useMeetingDesk } from './useMeetingDesk.ts'
import { Weights } from './Weights.tsx'

const Desk = () => {
  const { say } = useText()
  const { data: context, error, refetch } = useContextAnswer()
  const shown = useMeetingDesk()
  const palette = usePalette(shown.view.palette)
  if (error && !context) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!context)
    return (
      <p className="page-waiting" role="status">
        {say('pages.loading')}
      </p>
    )
  const { desk, targets, target, matching } = shown
  const { data } = desk
  if (matching.meeting && data) return <Meeting shown={shown} desk={data} context={context} palette={palette} />
  return (
    <div className="matching">
      <div className="matching-screen page-screen">
        <Question shown={shown} context={context} />
        <Refused error={desk.error} />
        {data && (
          <>
            <Answer desk={data} context={context} />
            <Filters shown={shown} desk={data} context={context} />
            <Weights desk={data} asked={matching.weights} />
            <div className="matching-desk">
              <Targets
                targets={targets}
                total={data.targets.length}
                chosen={target?.id}
                palette={palette}
                side={data.side}
                onChoose={(id) => changeMatching({ target: id })}
              />
              {target && <Chosen shown={shown} desk={data} target={target} context={context} palette={palette} />}
            </div>
          </>
        )}
      </div>
      {data && <PrintSheet shown={shown} desk={data} context={context} />}
    </div>
  )
}

/** Who could serve which target: for the coordination of departments and partners. */
const Matching = () => (
  <MatchingTexts>
    <Desk />
  </MatchingTexts>
)

export default Matching
