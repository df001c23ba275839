import type { ContextAnswer } from '../../data/model/answers.ts'
import type { DashboardAnswer } from '../../data/model/dashboard.ts'
import { coverageTable } from '../../data/model/dashboard_tables.ts'
import type { TargetedVillages } from '../../data/model/urusan_coverage.ts'
import type { ScreenPalette } from '../palette.ts'
import { themeName, urusanName } from '../panel/card/names.ts'
import { wear } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import type { View } from '../view.ts'
import { csvAddress, mapWith } from './addresses.ts'
import { Behind } from './Behind.tsx'
import { Section } from './Section.tsx'
import type { SheetMaker } from './sheets.ts'

export type PartProps = {
  readonly answer: DashboardAnswer
  readonly context: ContextAnswer
  readonly view: View
  readonly palette: ScreenPalette
  readonly sheetOf: SheetMaker
}

const PARTS = [
  ['gap', 'gap'],
  ['partial', 'partial'],
  ['covered', 'met'],
] as const

type BarProps = { readonly row: TargetedVillages; readonly of: number; readonly palette: ScreenPalette }

/** On the scale of all villages, so that the rows compare. */
const Bar = ({ row, of, palette }: BarProps) => (
  <span className="dash-stack" aria-hidden="true">
    {PARTS.map(([name, meaning]) => (
      <span key={name} style={{ ...wear(meaning, palette), width: `${(row[name] / of) * 100}%` }} />
    ))}
  </span>
)

type RowProps = PartProps & {
  readonly row: TargetedVillages
  readonly urusan: string
  readonly name: string
  readonly themes: readonly string[]
}

const ThemeLinks = ({ answer, context, view, themes }: RowProps) => {
  const { say, count, language } = useText()
  return (
    <span className="dash-themes">
      {themes.map((theme) => {
        const found = answer.coverage.themes.find((one) => one.theme === theme)!
        const told = {
          theme: themeName(context, theme, language),
          gap: count(found.counts.gap),
          targeted: count(found.targeted),
        }
        return (
          <a
            key={theme}
            href={mapWith(view, { theme, only: found.counts.gap > 0 ? ['gap'] : [] })}
            aria-label={say('dashboard.coverage.theme.of', told)}
          >
            {say('dashboard.coverage.theme', told)}
          </a>
        )
      })}
    </span>
  )
}

const Row = (props: RowProps) => {
  const { row, urusan, name, answer, palette } = props
  const { say, count } = useText()
  return (
    <tr data-total={urusan === 'all'}>
      <th scope="row">
        {name}
        <ThemeLinks {...props} />
      </th>
      <td className="dash-bar-cell">
        <Bar row={row} of={answer.villages} palette={palette} />
      </td>
      {[...PARTS.map(([part]) => part), 'targeted' as const].map((part) => (
        <td key={part} className="dash-figure" data-label={say(`dashboard.coverage.${part}`)} data-part={part}>
          <Behind
            to={{ villages: urusan }}
            name={`${say(`dashboard.coverage.${part}`)}, ${say('dashboard.villages.of', { count: count(row[part]), name })}`}
          >
            {count(row[part])}
          </Behind>
        </td>
      ))}
    </tr>
  )
}

/** Villages with a target under every urusan: who has no partner yet, who has, and where that is on the map. */
export const Coverage = (props: PartProps) => {
  const { say, count, language } = useText()
  const { answer, context, view, sheetOf } = props
  const { total, urusan } = answer.coverage
  const title = say('dashboard.coverage')
  return (
    <Section
      title={title}
      name={title}
      about={say('dashboard.coverage.about')}
      csv={csvAddress(view, 'coverage')}
      sheet={() => sheetOf(title, 'cakupan', (words) => coverageTable(answer, words))}
    >
      {urusan.length === 0 ? (
        <p className="empty">{say('dashboard.coverage.none')}</p>
      ) : (
        <table className="dash-table dash-coverage">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('dashboard.coverage.urusan')}</th>
              <th scope="col">{say('dashboard.coverage.bar', { count: count(answer.villages) })}</th>
              {PARTS.map(([part, meaning]) => (
                <th key={part} scope="col" className="dash-figure">
                  <span className="swatch" style={wear(meaning, props.palette)} aria-hidden="true" />{' '}
                  {say(`dashboard.coverage.${part}`)}
                </th>
              ))}
              <th scope="col" className="dash-figure">
                {say('dashboard.coverage.targeted')}
              </th>
            </tr>
          </thead>
          <tbody>
            <Row {...props} row={total} urusan="all" name={say('dashboard.total')} themes={[]} />
            {urusan.map((row) => (
              <Row
                key={row.urusan}
                {...props}
                row={row}
                urusan={row.urusan}
                name={urusanName(context, row.urusan, language)}
                themes={row.themes}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
