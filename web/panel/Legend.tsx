import { VERDICT_LEGEND } from '../../data/layers/verdicts.ts'
import type { CoverageAnswer, UnitLevel } from '../../data/model/answers.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import { coverageDownload } from '../api.ts'
import type { ScreenPalette } from '../palette.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import type { View } from '../view.ts'
import { Swatch, worn } from './Swatch.tsx'

type Props = {
  readonly view: View
  readonly coverage: CoverageAnswer | undefined
  readonly palette: ScreenPalette
  readonly changeView: ChangeView
  /** The planning units that the same question can be counted in. */
  readonly levels: readonly UnitLevel[]
  /** The verdict under the pointer or the focus, to lift its units on the map. */
  readonly onPoint: (kind: VerdictKind | null) => void
}

/** In or out of the list; a list that names every verdict says nothing, so it empties. */
const toggled = (only: readonly VerdictKind[], kind: VerdictKind): readonly VerdictKind[] => {
  const next = only.includes(kind) ? only.filter((other) => other !== kind) : [...only, kind]
  return next.length === VERDICT_LEGEND.length ? [] : next
}

/** The legend, which is the filter: a row pressed leaves only its units on the map. */
export const Legend = ({ view, coverage, palette, changeView, levels, onPoint }: Props) => {
  const { say, language, count, share } = useText()
  const { only, level, ask } = view
  return (
    <section className="legend" aria-labelledby="legend-title">
      <div className="section-head">
        <h2 id="legend-title">
          <Pick
            look="title"
            name={say('panel.level')}
            value={level}
            choices={levels.map((value) => ({ value, label: say(`panel.legend.${value}`) }))}
            onPick={(picked) => changeView((v) => ({ ...v, level: picked }))}
          />
        </h2>
        <button
          type="button"
          className="link"
          aria-pressed={view.table}
          onClick={() => changeView((v) => ({ ...v, table: !v.table }))}
        >
          {say(view.table ? 'panel.tableHide' : 'panel.table')}
        </button>
        <a className="link" href={coverageDownload(view, 'csv')} download>
          {say('panel.csv')}
        </a>
      </div>
      <ul className="legend-rows">
        {VERDICT_LEGEND.map(({ value, meaning, label }) => {
          const number = coverage?.counts[value]
          return (
            <li key={value}>
              <button
                type="button"
                className="legend-row"
                aria-pressed={only.includes(value)}
                data-asked={value === ask}
                data-empty={number === 0}
                style={worn(meaning, palette)}
                data-quiet={only.length > 0 && !only.includes(value)}
                onClick={() => changeView((v) => ({ ...v, only: toggled(v.only, value) }))}
                onPointerEnter={() => onPoint(value)}
                onPointerLeave={() => onPoint(null)}
                onFocus={() => onPoint(value)}
                onBlur={() => onPoint(null)}
              >
                <Swatch meaning={meaning} palette={palette} />
                <span className="legend-label">{label[language]}</span>
                <span className="legend-count">{number === undefined ? '–' : count(number)}</span>
                <span className="legend-share">
                  {coverage && number !== undefined && coverage.denominator > 0
                    ? share(number / coverage.denominator)
                    : ''}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
      {only.length > 0 && (
        <button type="button" className="link" onClick={() => changeView((v) => ({ ...v, only: [] }))}>
          {say('panel.showAll')}
        </button>
      )}
    </section>
  )
}
