import { useState } from 'react'
import type { CoverageAnswer } from '../../../data/model/answers.ts'
import { figureOf } from '../../../data/model/asked_figure.ts'
import { AREA_THRESHOLD } from '../../../data/model/verdict.ts'
import { coverageDownload } from '../../api.ts'
import { Copy } from '../../pages/Copy.tsx'
import type { ScreenPalette } from '../../palette.ts'
import { about as englishAbout } from '../../text/en/about.ts'
import { meaning as english } from '../../text/en/meaning.ts'
import { about } from '../../text/id/about.ts'
import { meaning as indonesian } from '../../text/id/meaning.ts'
import { moreTexts } from '../../text/moreTexts.tsx'
import { useText } from '../../text/useText.ts'
import { figureWords } from '../Answer.tsx'
import { formatWithUnit } from '../card/numbers.ts'
import { named } from '../named.ts'
import type { PartProps } from '../props.ts'
import { About } from './About.tsx'
import { Window } from './Window.tsx'

type Props = PartProps & {
  readonly coverage: CoverageAnswer
  readonly palette: ScreenPalette
  readonly onTour: () => void
  readonly onClose: () => void
}

const distinct = (lists: readonly (readonly string[])[]): number => new Set(lists.flat()).size

const Explained = ({ view, context, coverage, palette, changeView, onTour, onClose }: Props) => {
  const text = useText()
  const { say, count, date, language } = text
  const [isMethod, setMethod] = useState(false)
  if (isMethod) return <About context={context} palette={palette} onTour={onTour} onClose={onClose} />
  const { ask, level, organisations, statuses } = view
  const words = figureWords(coverage, view, text)
  const names = named(view, context, text)
  const figure = figureOf(coverage, ask)
  const units = say(`panel.unit.${level}`, { count: 2 })
  const asOf = { date: date(coverage.asOf.time), seq: count(coverage.asOf.seq) }
  const filters = [
    ...organisations.map((id) => context.organisations.find((one) => one.id === id)?.name ?? id),
    ...statuses.map((status) => say(`panel.status.${status}`)),
  ]
  const rows: readonly (readonly [term: string, words: string])[] = [
    [
      say('meaning.verdict'),
      say(`about.verdict.${ask}`, { share: formatWithUnit(AREA_THRESHOLD * 100, '%', language) }),
    ],
    [
      say('meaning.among'),
      say(figure.of === 'targeted' ? 'meaning.among.targeted' : 'meaning.among.all', {
        ...names,
        units,
        targeted: count(coverage.targeted),
        total: count(coverage.denominator),
      }),
    ],
    [
      say('meaning.records'),
      say('meaning.records.text', {
        activities: distinct(coverage.units.map(({ activities }) => activities)),
        targets: distinct(coverage.units.map(({ targets }) => targets)),
      }),
    ],
    ...(filters.length > 0
      ? [[say('meaning.filters'), say('meaning.filters.text', { names: filters.join(', ') })] as const]
      : []),
    ...(coverage.sample ? [[say('meaning.sample'), say('shell.sampleAbout')] as const] : []),
    [say('meaning.asOf'), say('meaning.asOf.text', asOf)],
    [say('meaning.boundaries'), say(`about.boundaries.${context.boundaries.kind}`)],
  ]
  const quote = say('meaning.quote.text', { ...words, ...names, ...asOf, url: location.href })
  return (
    <Window open onClose={onClose} title={say('meaning.title')} close={say('shell.close')} look="page">
      <p className="about-lead">
        <strong>
          {words.figure} {words.counted}
        </strong>{' '}
        {words.denominator}
      </p>
      <dl>
        {rows.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <div className="meaning-quote">
        <Copy label={say('meaning.quote')} value={quote} words={{ copy: 'meaning.copy', copied: 'meaning.copied' }} />
      </div>
      <p className="meaning-ways">
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            onClose()
            changeView((v) => ({ ...v, table: true }))
          }}
        >
          {say('meaning.table')}
        </button>
        <a className="button-quiet" href={coverageDownload(view, 'csv')} download>
          {say('meaning.csv')}
        </a>
        <button type="button" className="button-quiet" onClick={() => setMethod(true)}>
          {say('meaning.method')}
        </button>
      </p>
    </Window>
  )
}

const MeaningTexts = moreTexts({ ...about, ...indonesian }, { ...englishAbout, ...english })

/** What stands behind the large figure: definition, denominator, records, filters, date; and the figure to quote. */
const Meaning = (props: Props) => (
  <MeaningTexts>
    <Explained {...props} />
  </MeaningTexts>
)
export default Meaning
