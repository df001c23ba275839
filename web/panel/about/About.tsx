import { LAYERS } from '../../../data/layers/index.ts'
import { VERDICT_LEGEND } from '../../../data/layers/verdicts.ts'
import type { ContextAnswer } from '../../../data/model/answers.ts'
import { GLOSSARY } from '../../../data/model/glossary.ts'
import { AREA_THRESHOLD } from '../../../data/model/verdict.ts'
import type { ScreenPalette } from '../../palette.ts'
import { useText } from '../../text/useText.ts'
import { formatWithUnit } from '../card/numbers.ts'
import { Origin } from '../card/Origin.tsx'
import { Swatch } from '../Swatch.tsx'
import { AboutTexts } from './AboutTexts.tsx'
import { Window } from './Window.tsx'

const RULES = ['active', 'covers', 'unreported', 'once', 'denominator', 'area'] as const

/** Each source once, however many layers stand on it. */
const SOURCES = [...new Map(LAYERS.map(({ attribution, license }) => [attribution, license]))]

type Props = {
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly onTour: () => void
  readonly onClose: () => void
}

const Sentences = ({ context, palette, onTour, onClose }: Props) => {
  const { say, language, count, date } = useText()
  const { boundaries, sample, asOf } = context
  const percent = formatWithUnit(AREA_THRESHOLD * 100, '%', language)
  const kinds = {
    sourced: say('about.kind.sourced'),
    sample: sample.present ? say('about.kind.sample', { count: count(sample.records) }) : say('about.kind.sampleNone'),
    entered: say('about.kind.entered'),
  }
  return (
    <Window open onClose={onClose} title={say('about.title')} close={say('about.close')} look="page">
      <p className="about-lead">{say('about.lead')}</p>
      <button type="button" className="link about-tour" onClick={onTour}>
        {say('about.tour')}
      </button>
      <h3>{say('about.verdicts')}</h3>
      <p>{say('about.verdicts.lead')}</p>
      <dl className="about-verdicts">
        {VERDICT_LEGEND.map(({ value, meaning, label }) => (
          <div key={value}>
            <Swatch meaning={meaning} palette={palette} />
            <dt>{label[language]}</dt>
            <dd>{say(`about.verdict.${value}`, { share: percent })}</dd>
          </div>
        ))}
      </dl>
      <h3>{say('about.rules')}</h3>
      <dl className="about-rules">
        {RULES.map((rule) => (
          <div key={rule}>
            <dt>{say(`about.${rule}`)}</dt>
            <dd>{say(`about.${rule}.text`)}</dd>
          </div>
        ))}
      </dl>
      <h3>{say('about.kinds')}</h3>
      <dl className="about-kinds">
        {(['sourced', 'sample', 'entered'] as const).map((kind) => (
          <div key={kind}>
            <dt>
              <Origin origin={kind} />
            </dt>
            <dd>{kinds[kind]}</dd>
          </div>
        ))}
      </dl>
      <h3>{say('about.glossary')}</h3>
      <dl className="about-glossary">
        {GLOSSARY.map(({ id, term, meaning }) => (
          <div key={id}>
            <dt>{term[language]}</dt>
            <dd>{meaning[language]}</dd>
          </div>
        ))}
      </dl>
      <h3>{say('about.boundaries')}</h3>
      <p>
        {say(`about.boundaries.${boundaries.kind}`)} {boundaries.remedy && <code>{boundaries.remedy}</code>}
      </p>
      <p className="quiet">{boundaries.attribution}</p>
      <h3>{say('about.sources')}</h3>
      <ul className="about-sources">
        {SOURCES.map(([attribution, license]) => (
          <li key={attribution}>
            {attribution} <span className="quiet">({license})</span>
          </li>
        ))}
        <li>
          {say('about.basemap')} <span className="quiet">(LGPL-3.0-or-later)</span>
        </li>
      </ul>
      <p>
        <a href="/licences.txt">{say('about.licences')}</a>
      </p>
      <p className="quiet">{say('about.asOf', { seq: count(asOf.seq), date: date(asOf.time) })}</p>
    </Window>
  )
}

/** What every figure means and where the data come from, in sentences. */
export const About = (props: Props) => (
  <AboutTexts>
    <Sentences {...props} />
  </AboutTexts>
)
