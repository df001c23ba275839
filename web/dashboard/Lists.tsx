import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { type DashboardRecords, type DashboardVillages, isWholeSet } from '../../data/model/dashboard.ts'
import { recordsTable, villagesTable } from '../../data/model/dashboard_tables.ts'
import { Refused } from '../pages/Refused.tsx'
import type { ScreenPalette } from '../palette.ts'
import { themeName, urusanName } from '../panel/card/names.ts'
import { Origin } from '../panel/card/Origin.tsx'
import { Swatch } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { csvAddress, mapWith } from './addresses.ts'
import { formatRupiahShort } from './money.ts'
import { useRecordsBehind, useVillagesBehind } from './queries.ts'
import { Section } from './Section.tsx'
import { sheetMaker } from './sheets.ts'
import { type Behind, changeDashboard } from './state.ts'
import { recordAddress } from './Week.tsx'

type Props = { readonly context: ContextAnswer; readonly view: View; readonly region: string }

const Back = () => {
  const { say } = useText()
  return (
    <p className="dash-ways">
      <button type="button" className="link" onClick={() => changeDashboard({ records: null, villages: null })}>
        {say('dashboard.behind.back')}
      </button>
      <button type="button" className="button-quiet" onClick={() => print()}>
        {say('dashboard.print')}
      </button>
    </p>
  )
}

const Record = ({ record, view }: { readonly record: DashboardRecords['records'][number]; readonly view: View }) => {
  const { say, count, share, language } = useText()
  const { title, organisations, villages, budgetIdr, people, freshnessDays, completeness, origin } = record
  return (
    <tr>
      <th scope="row">
        <a className="dash-name" href={recordAddress(record, view)}>
          {title}
        </a>{' '}
        {origin === 'sample' && <Origin origin={origin} />}
      </th>
      <td data-label={say('dashboard.behind.organisations')}>{organisations.join(', ')}</td>
      <td className="dash-figure" data-label={say('dashboard.behind.villageCount')}>
        {villages === null ? '' : count(villages)}
      </td>
      <td className="dash-figure" data-label={say('dashboard.groups.budget')}>
        {budgetIdr === null ? '' : formatRupiahShort(budgetIdr, language)}
      </td>
      <td className="dash-figure" data-label={say('dashboard.groups.people')}>
        {people === null ? '' : count(people)}
      </td>
      <td className="dash-figure" data-label={say('dashboard.behind.fresh')}>
        {say('dashboard.behind.days', { count: count(freshnessDays) })}
      </td>
      <td className="dash-figure" data-label={say('dashboard.reporting.completeness')}>
        {share(completeness)}
      </td>
    </tr>
  )
}

const RecordTable = ({ answer, view }: { readonly answer: DashboardRecords; readonly view: View }) => {
  const { say } = useText()
  if (answer.records.length === 0) return <p className="empty">{say('dashboard.behind.none')}</p>
  return (
    <table className="dash-table dash-records">
      <caption className="unseen">{say('dashboard.behind.records')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('dashboard.behind.title')}</th>
          <th scope="col">{say('dashboard.behind.organisations')}</th>
          {(
            [
              'dashboard.behind.villageCount',
              'dashboard.groups.budget',
              'dashboard.groups.people',
              'dashboard.behind.fresh',
              'dashboard.reporting.completeness',
            ] as const
          ).map((key) => (
            <th key={key} scope="col" className="dash-figure">
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.records.map((record) => (
          <Record key={`${record.kind}/${record.id}`} record={record} view={view} />
        ))}
      </tbody>
    </table>
  )
}

/** The records that one figure was counted from. */
export const Records = ({ context, view, region, behind }: Props & { readonly behind: Behind }) => {
  const text = useText()
  const { say, count, date, language } = text
  const { data: answer, error } = useRecordsBehind(view, behind)
  const name =
    answer?.label?.[language] ?? (isWholeSet(behind.by) ? say(`dashboard.behind.${behind.by}`) : (behind.of ?? ''))
  const title = `${say('dashboard.behind.records')}: ${name}`
  const about = answer && {
    count: count(answer.records.length),
    region,
    period: answer.period,
    date: date(answer.asOf.time),
  }
  return (
    <>
      <Back />
      <Refused error={error} />
      {answer && about && (
        <Section
          title={title}
          name={title}
          about={say('dashboard.behind.about', about)}
          csv={csvAddress(view, 'records', { by: behind.by, of: behind.of ?? undefined })}
          sheet={() => sheetMaker(context, answer, text)(title, 'catatan', () => recordsTable(answer))}
        >
          <RecordTable answer={answer} view={view} />
        </Section>
      )}
    </>
  )
}

type VillageProps = Omit<Props, 'region'> & {
  readonly village: DashboardVillages['villages'][number]
  readonly palette: ScreenPalette
}

const Village = ({ village: { code, name, within, verdicts }, context, view, palette }: VillageProps) => {
  const { language } = useText()
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{within}</td>
      <td>
        <ul className="dash-verdicts">
          {verdicts.map(({ theme, verdict }) => (
            <li key={theme}>
              <Swatch meaning={verdict} palette={palette} />
              <a href={mapWith(view, { theme, selection: { kind: 'place', id: code } })}>
                {themeName(context, theme, language)}:{' '}
                {VERDICT_LEGEND.find(({ value }) => value === verdict)!.label[language].toLowerCase()}
              </a>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

const hasGap = ({ verdicts }: DashboardVillages['villages'][number]): boolean =>
  verdicts.some(({ verdict }) => verdict === 'gap')

/** Villages with a target of an urusan: those with a gap first. */
export const Villages = (props: Props & { readonly urusan: string; readonly palette: ScreenPalette }) => {
  const { context, view, region, urusan, palette } = props
  const text = useText()
  const { say, count, date, language } = text
  const { data: answer, error } = useVillagesBehind(view, urusan)
  const name = urusan === 'all' ? say('dashboard.behind.allUrusan') : urusanName(context, urusan, language)
  const title = `${say('dashboard.behind.villages')}: ${name}`
  const villages = answer?.villages.toSorted((a, b) => Number(hasGap(b)) - Number(hasGap(a))) ?? []
  const about = answer && {
    count: count(villages.length),
    region,
    period: answer.period,
    date: date(answer.asOf.time),
  }
  return (
    <>
      <Back />
      <Refused error={error} />
      {answer && about && (
        <Section
          title={title}
          name={title}
          about={`${say('dashboard.behind.villages.about', about)} ${say('dashboard.behind.gaps', { count: count(villages.filter(hasGap).length) })}`}
          csv={csvAddress(view, 'villages', { urusan: urusan === 'all' ? undefined : urusan })}
          sheet={() => sheetMaker(context, answer, text)(title, 'desa', (words) => villagesTable(answer, words))}
        >
          <table className="dash-table dash-places">
            <caption className="unseen">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{say('dashboard.behind.village')}</th>
                <th scope="col">{say('dashboard.behind.district')}</th>
                <th scope="col">{say('dashboard.behind.verdicts')}</th>
              </tr>
            </thead>
            <tbody>
              {villages.map((village) => (
                <Village key={village.code} village={village} context={context} view={view} palette={palette} />
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  )
}
