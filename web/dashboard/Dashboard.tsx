import './dashboard.css'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { coverageTable, groupTable, reportingTable } from '../../data/model/dashboard_tables.ts'
import { Refused } from '../pages/Refused.tsx'
import { Loading, Waited } from '../pages/Waited.tsx'
import { usePalette } from '../palette.ts'
import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'
import { useView } from '../useView.ts'
import { Change } from './Change.tsx'
import { Coverage, type PartProps } from './Coverage.tsx'
import { DashboardTexts } from './DashboardTexts.tsx'
import { Groups, Sources } from './Groups.tsx'
import { Finding, Ledger, Question } from './Headline.tsx'
import { Records, Villages } from './Lists.tsx'
import { useDashboardAnswer } from './queries.ts'
import { Reporting } from './Reporting.tsx'
import { sheetMaker } from './sheets.ts'
import { GROUPS, useDashboard } from './state.ts'
import { Week } from './Week.tsx'
import { Xlsx } from './Xlsx.tsx'

const Ways = ({ answer, sheetOf }: PartProps) => {
  const { say } = useText()
  const sheets = () => [
    sheetOf(say('dashboard.coverage'), 'semua', (words) => coverageTable(answer, words)),
    sheetOf(say('dashboard.source'), 'semua', (words) => groupTable(answer, 'source', words)),
    ...GROUPS.map((by) =>
      sheetOf(`${say('dashboard.groups')} ${say(`dashboard.groups.${by}`)}`, 'semua', (words) =>
        groupTable(answer, by, words),
      ),
    ),
    sheetOf(say('dashboard.reporting'), 'semua', (words) => reportingTable(answer, words)),
  ]
  return (
    <p className="dash-ways">
      <Xlsx look="button-quiet" name={say('dashboard.xlsx.all')} sheets={sheets}>
        {say('dashboard.xlsx.all')}
      </Xlsx>
      <button type="button" className="button-quiet" onClick={() => print()}>
        {say('dashboard.print')}
      </button>
    </p>
  )
}

const Sheet = (props: PartProps & { readonly region: string }) => {
  const { say, count, date } = useText()
  const { answer } = props
  const { asOf, today } = answer
  return (
    <>
      <Finding {...props} />
      <Ledger answer={answer} />
      <Ways {...props} />
      <Coverage {...props} />
      <div className="dash-pair">
        <Sources {...props} />
        <Change {...props} />
      </div>
      <div id="dash-groups">
        <Groups {...props} />
      </div>
      <Reporting {...props} />
      <Week {...props} />
      <p className="dash-small dash-sources">
        {say('dashboard.sources', { date: date(asOf.time), seq: count(asOf.seq), today: date(today) })}
      </p>
    </>
  )
}

const Shown = ({ context }: { readonly context: ContextAnswer }) => {
  const text = useText()
  const { view } = useView()
  const palette = usePalette(view.palette)
  const { records, villages } = useDashboard()
  const { data: answer, error } = useDashboardAnswer(view)
  const region = context.regencies.find(({ code }) => code === view.region)?.name ?? view.region
  const place = { context, view, region }
  if (records) return <Records {...place} behind={records} />
  if (villages) return <Villages {...place} urusan={villages} palette={palette} />
  return (
    <>
      <Question context={context} view={view} />
      <Refused error={error} />
      {answer ? (
        <Sheet {...place} answer={answer} palette={palette} sheetOf={sheetMaker(context, answer, text)} />
      ) : (
        !error && <Loading />
      )}
    </>
  )
}

const Screen = () => (
  <div className="dash">
    <Waited asked={useContextAnswer()}>{(context) => <Shown context={context} />}</Waited>
  </div>
)

/** The overview of a regency: its figures on one sheet, each down to its records and to the map. */
const Dashboard = () => (
  <DashboardTexts>
    <Screen />
  </DashboardTexts>
)

export default Dashboard
