import { VERDICT_LEGEND } from '../../../data/layers/verdicts.ts'
import type { ContextAnswer, PlaceAnswer } from '../../../data/model/answers.ts'
import type { Verdict } from '../../../data/model/verdict.ts'
import type { ScreenPalette } from '../../palette.ts'
import { useText } from '../../text/useText.ts'
import type { View } from '../../view.ts'
import { Heading } from '../card/Heading.tsx'
import { Origin } from '../card/Origin.tsx'
import { useRecord } from '../card/queries.ts'
import { To } from '../card/To.tsx'
import { Swatch } from '../Swatch.tsx'
import { kindOfPlace, whyOf } from './why.ts'

const BindingName = ({ kind, id }: { readonly kind: 'agreement' | 'activity'; readonly id: string }) => {
  const { data } = useRecord(kind, id)
  return <To selection={{ kind, id }}>{data?.record.title ?? id}</To>
}

type Props = {
  readonly place: PlaceAnswer
  readonly view: View
  readonly context: ContextAnswer
  readonly palette: ScreenPalette
  readonly verdict: Verdict | undefined
  readonly sample: boolean
}

/** The verdict, the place, and the one sentence that says why. */
export const PlaceHead = ({ place, view, context, palette, verdict, sample }: Props) => {
  const text = useText()
  const { say, language } = text
  const { code, level, lineage } = place
  const entry = VERDICT_LEGEND.find(({ value }) => value === verdict?.kind)
  const above = lineage.at(-2)
  const aboveLevel = level === 'village' ? 'district' : level === 'regency' ? 'region' : 'regency'
  return (
    <>
      <div className="card-chips">
        {entry && (
          <span className="card-verdict" data-verdict={entry.value}>
            <Swatch meaning={entry.meaning} palette={palette} />
            {entry.label[language]}
          </span>
        )}
        {sample && <Origin origin="sample" />}
      </div>
      <Heading>{place.name}</Heading>
      <p className="card-under">
        {[
          say(`card.level.${kindOfPlace(code, level)}`),
          ...(above ? [say(`card.above.${aboveLevel}`, { name: above.name })] : []),
          code,
        ].join(' · ')}
      </p>
      <p className="card-why">
        {verdict
          ? whyOf({ verdict, view, context, place, text })
          : level === 'region' && say('card.why.none', { here: say('card.here.region') })}
      </p>
      {verdict?.kind === 'coordinated' && verdict.binding.kind !== 'plan' && (
        <p className="card-binding">
          {say('card.binding')}: <BindingName kind={verdict.binding.kind} id={verdict.binding.id} />
        </p>
      )}
    </>
  )
}
