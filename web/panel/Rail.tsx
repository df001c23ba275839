import { PanelLeftOpen } from 'lucide-react'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { useText } from '../text/useText.ts'
import type { CardProps } from './props.ts'
import { wear } from './Swatch.tsx'

type Props = Pick<CardProps, 'view' | 'coverage' | 'palette'> & {
  readonly open: boolean
  readonly onToggle: () => void
}

/** What is left of the panel on a middling screen: the figure, the verdicts standing up, and the way back. */
export const Rail = ({ view, coverage, palette, open, onToggle }: Props) => {
  const { say, count } = useText()
  return (
    <button type="button" className="rail" aria-expanded={open} onClick={onToggle}>
      <PanelLeftOpen aria-hidden="true" />
      <span className="rail-name">{say('panel.question.short')}</span>
      <strong className={view.ask === 'gap' ? 'rail-figure rail-gap' : 'rail-figure'}>
        {coverage ? count(coverage.counts[view.ask]) : '–'}
      </strong>
      <span className="rail-words">{say(`panel.ask.${view.ask}`)}</span>
      <span className="rail-bar" aria-hidden="true">
        {coverage &&
          VERDICT_KINDS.filter((kind) => coverage.counts[kind] > 0).map((kind) => (
            <span key={kind} style={{ ...wear(kind, palette), flexGrow: coverage.counts[kind] }} />
          ))}
      </span>
    </button>
  )
}
