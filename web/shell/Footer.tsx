import type { ContextAnswer } from '../../data/model/answers.ts'
import { useText } from '../text/useText.ts'

/** Sources, what the boundaries are worth, the projection, and the moment the figures were taken. */
export const Footer = ({ context }: { readonly context: ContextAnswer }) => {
  const { say, date, count } = useText()
  const { boundaries, asOf } = context
  return (
    <footer className="foot">
      <span className="foot-source" title={boundaries.attribution}>
        {boundaries.kind === 'estimated' ? (
          <strong title={`${say('shell.estimatedAbout')} ${boundaries.remedy ?? ''}`}>{say('shell.estimated')}</strong>
        ) : (
          say('shell.indicative')
        )}
        {boundaries.remedy && <code className="foot-remedy">{boundaries.remedy}</code>}
        <span>· {say('shell.basemap')}</span>
        <span>· {boundaries.attribution}</span>
      </span>
      <span className="foot-end">
        {say('shell.projection')} · {say('shell.asOf', { date: date(asOf.time), seq: count(asOf.seq) })}
      </span>
    </footer>
  )
}
