import type { SheetFacts } from './facts.ts'
import { ground, ink, meanings, SANS, SIDE, type Slide } from './slide_layout.ts'

export const LEGEND_ROW = 0.27

export const verdictsOf = ({ legend }: SheetFacts) => legend.filter(({ layer }) => layer === 'villages')

/** The verdicts on the map with how many units wear each, as a table that can be edited. */
export const addLegend = (slide: Slide, facts: SheetFacts, y: number): void => {
  const rows = verdictsOf(facts).map(({ words: name, countWords, meaning }) => [
    { text: ' ', options: { fill: { color: ink(meanings[meaning]) } } },
    { text: name },
    { text: countWords, options: { align: 'right' as const, bold: true } },
  ])
  if (rows.length === 0) return
  slide.addTable(rows, {
    x: SIDE.x,
    y,
    w: SIDE.width,
    colW: [0.35, SIDE.width - 1.15, 0.8],
    rowH: LEGEND_ROW,
    fontFace: SANS,
    fontSize: 11,
    color: ink(ground.ink),
    border: { type: 'solid', pt: 0.5, color: 'DCD7CA' },
    margin: 0.04,
  })
}

/** A chart of the program that opens the slides, its numbers in a sheet behind it. */
export const addChart = (slide: Slide, facts: SheetFacts, y: number, h: number): void => {
  const verdicts = verdictsOf(facts).toReversed()
  slide.addChart(
    'bar',
    [
      {
        name: facts.title,
        labels: verdicts.map(({ words: name }) => name),
        values: verdicts.map(({ count = 0 }) => count),
      },
    ],
    {
      x: SIDE.x,
      y,
      w: SIDE.width,
      h,
      barDir: 'bar',
      chartColors: verdicts.map(({ meaning }) => ink(meanings[meaning])),
      showValue: true,
      showLegend: false,
      valAxisHidden: true,
      valGridLine: { style: 'none' },
      catAxisLabelFontFace: SANS,
      catAxisLabelFontSize: 11,
      dataLabelFontFace: SANS,
      dataLabelFontSize: 11,
      barGapWidthPct: 40,
    },
  )
}
