import { VERDICT_LEGEND } from '../../../data/layers/verdicts.ts'
import { useText } from '../../text/useText.ts'
import { WhyPart } from '../card/WhyPart.tsx'
import { whyOf } from '../place/why.ts'
import type { CardProps } from '../props.ts'
import { Swatch } from '../Swatch.tsx'

type Props = CardProps & { readonly code: string; readonly kind: 'zone' | 'authority' }

/** The verdict of a zone or authority area while these are the planning units of the question. */
export const UnitVerdict = ({ code, kind, ...props }: Props) => {
  const text = useText()
  const { view, context, coverage, palette } = props
  const unit = coverage?.units.find((one) => one.level === kind && one.code === code)
  const entry = VERDICT_LEGEND.find(({ value }) => value === unit?.verdict.kind)
  if (!unit || !entry) return null
  return (
    <>
      <p className="card-verdict card-unit-verdict" data-verdict={entry.value}>
        <Swatch meaning={entry.meaning} palette={palette} />
        {entry.label[text.language]}
      </p>
      <p className="card-why">{whyOf({ verdict: unit.verdict, view, context, place: { code, level: kind }, text })}</p>
      <WhyPart {...props} code={code} level={kind} />
    </>
  )
}
