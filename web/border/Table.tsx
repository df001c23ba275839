import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import { formatPeriod, type Period } from '../../data/model/period.ts'
import type { ScreenPalette } from '../palette.ts'
import { formatNumber } from '../panel/card/numbers.ts'
import { Swatch } from '../panel/Swatch.tsx'
import { useText } from '../text/useText.ts'
import type { BorderField, BorderVillage } from './workspace.ts'

type Props = {
  readonly fields: readonly BorderField[]
  readonly villages: readonly BorderVillage[]
  readonly names: { readonly a: string; readonly b: string }
  readonly period: Period
  readonly palette: ScreenPalette
}

/** Every village of the corridor, side by side of the border, with its verdict in each agreed field. */
export const Table = ({ fields, villages, names, period, palette }: Props) => {
  const { say, count, language } = useText()
  const verdictOf = (kind: string | undefined) => VERDICT_LEGEND.find(({ value }) => value === kind)
  return (
    <div className="border-scroll">
      <table className="border-table">
        <thead>
          <tr>
            <th scope="col">{say('border.village')}</th>
            <th scope="col">{say('border.distance')}</th>
            {fields.map(({ theme, wording }) => (
              <th key={theme} scope="col">
                {wording}
              </th>
            ))}
          </tr>
        </thead>
        {(['a', 'b'] as const).map((side) => {
          const own = villages.filter((village) => village.side === side)
          return (
            <tbody key={side}>
              <tr>
                <th colSpan={fields.length + 2} scope="rowgroup">
                  {say('border.side', { name: names[side], count: count(own.length) })}
                </th>
              </tr>
              {own.map(({ code, name, within, distanceKm, verdicts }) => (
                <tr key={code}>
                  <th scope="row">
                    {name} <small>{within}</small>
                  </th>
                  <td>
                    {distanceKm === 0
                      ? say('border.touching')
                      : say('border.km', { km: formatNumber(distanceKm, language) })}
                  </td>
                  {fields.map(({ theme }) => {
                    const verdict = verdictOf(verdicts.get(theme))
                    return (
                      <td key={theme}>
                        {verdict && (
                          <a
                            className="border-verdict"
                            href={`/?region=${code.slice(0, 5)}&theme=${theme}&period=${formatPeriod(period)}&selected=place:${code}`}
                          >
                            <Swatch meaning={verdict.meaning} palette={palette} />
                            {verdict.label[language]}
                          </a>
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}
