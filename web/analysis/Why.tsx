import './why.css'
import type { ExplanationAnswer, UnitLevel } from '../../data/model/answers.ts'
import { enumerate, organisationName } from '../panel/card/names.ts'
import { formatHa } from '../panel/card/numbers.ts'
import { To } from '../panel/card/To.tsx'
import { named } from '../panel/named.ts'
import type { PartProps } from '../panel/props.ts'
import { useText } from '../text/useText.ts'
import { AnalysisTexts } from './AnalysisTexts.tsx'
import { Answered } from './Answered.tsx'
import { useExplanation } from './queries.ts'

type Props = PartProps & { readonly code: string; readonly level: UnitLevel }
type Found = Props & { readonly found: ExplanationAnswer }
type Activity = ExplanationAnswer['activities'][number]

/** Why an activity was left out, for whoever expected it to count. */
const Excluded = ({ activity, view, context }: Found & { readonly activity: Activity }) => {
  const text = useText()
  const { excluded, status } = activity
  if (!excluded) return null
  const words = { ...named(view, context, text), status: text.say(`panel.status.${status}`) }
  return <p className="why-excluded">{text.say(`why.excluded.${excluded}`, words)}</p>
}

const ActivityLine = ({ activity, ...props }: Found & { readonly activity: Activity }) => {
  const { say, date, language } = useText()
  const { id, title, organisations, status, start, end, areaHa, excluded } = activity
  const names = organisations.map((one) => organisationName(props.context, one))
  const span =
    end === null ? say('why.open', { start: date(start) }) : say('why.until', { start: date(start), end: date(end) })
  const inside = areaHa === null ? say('why.present') : say('why.inside', { ha: formatHa(areaHa, language) })
  return (
    <li className="why-item">
      <To selection={{ kind: 'activity', id }}>{title}</To>
      {names.length > 0 && <p>{enumerate(names, language)}</p>}
      <p className="quiet">
        {[...(excluded ? [] : [say(`panel.status.${status}`)]), span, ...(excluded ? [] : [inside])].join(' · ')}
      </p>
      <Excluded {...props} activity={activity} />
    </li>
  )
}

const TargetItem = ({ target, context }: Found & { readonly target: ExplanationAnswer['targets'][number] }) => {
  const { say, share, language } = useText()
  const { id, title, organisation, targetHa, servedHa } = target
  const shortHa = Math.max(0, (targetHa ?? 0) - (servedHa ?? 0))
  const words = {
    served: formatHa(servedHa ?? 0, language),
    target: formatHa(targetHa ?? 0, language),
    short: formatHa(shortHa, language),
    share: share(targetHa ? (servedHa ?? 0) / targetHa : 0),
  }
  const stands = targetHa === null ? 'presence' : servedHa === null ? 'shared' : shortHa > 0 ? 'area' : 'enough'
  return (
    <li className="why-item">
      <To selection={{ kind: 'target', id }}>{title}</To>
      <p className="quiet">{organisationName(context, organisation)}</p>
      <p>{say(`why.target.${stands}`, words)}</p>
    </li>
  )
}

/** Hectares of the unit that are served, and by more than one, out of all of it. */
const Ground = ({ found }: Found) => {
  const { say, share, language } = useText()
  const { areaHa, servedHa, overlapHa } = found
  if (servedHa === null || areaHa === 0) return null
  const row = (label: string, ha: number) => (
    <div className="why-row">
      <dt>{label}</dt>
      <dd>
        {say('why.of', { ha: formatHa(ha, language), total: formatHa(areaHa, language), share: share(ha / areaHa) })}
      </dd>
    </div>
  )
  return (
    <>
      <div className="why-bar" aria-hidden="true">
        <span style={{ width: `${(100 * servedHa) / areaHa}%` }} />
        <span data-overlap="true" style={{ width: `${(100 * (overlapHa ?? 0)) / areaHa}%` }} />
      </div>
      <dl className="why-ground">
        {row(say('why.served'), servedHa)}
        {overlapHa !== null && overlapHa > 0 && row(say('why.overlap'), overlapHa)}
      </dl>
    </>
  )
}

const Explained = (props: Found) => {
  const text = useText()
  const { say } = text
  const { found, view, context } = props
  const names = named(view, context, text)
  const counted = found.activities.filter(({ excluded }) => excluded === null)
  const left = found.activities.filter(({ excluded }) => excluded !== null)
  const { binding } = found
  return (
    <div className="why">
      <h4>{say('why.targets')}</h4>
      {found.targets.length === 0 && <p className="quiet">{say('why.noTargets', names)}</p>}
      <ul>
        {found.targets.map((target) => (
          <TargetItem key={target.id} {...props} target={target} />
        ))}
      </ul>
      <h4>{say('why.counts')}</h4>
      {counted.length === 0 && <p className="quiet">{say('why.noneCounts', names)}</p>}
      <ul>
        {counted.map((activity) => (
          <ActivityLine key={activity.id} {...props} activity={activity} />
        ))}
      </ul>
      <Ground {...props} />
      {counted.length > 0 && found.servedHa === null && <p className="quiet">{say('why.noArea')}</p>}
      {binding && (
        <>
          <h4>{say('why.binding')}</h4>
          <p>
            {say(`why.binding.${binding.kind}`)}:{' '}
            {binding.kind === 'plan' ? (
              <a className="link-in" href={`/plans?id=${encodeURIComponent(binding.id)}`}>
                {binding.title}
              </a>
            ) : (
              <To selection={{ kind: binding.kind, id: binding.id }}>{binding.title}</To>
            )}
          </p>
        </>
      )}
      {left.length > 0 && (
        <>
          <h4>{say('why.left')}</h4>
          <ul>
            {left.map((activity) => (
              <ActivityLine key={activity.id} {...props} activity={activity} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Everything the verdict of one unit stands on, and what was left out with the reason. */
const Why = (props: Props) => {
  const asked = useExplanation(props.code, { ...props.view, level: props.level })
  return (
    <AnalysisTexts>
      <Answered asked={asked}>{(found) => <Explained {...props} found={found} />}</Answered>
    </AnalysisTexts>
  )
}

export default Why
