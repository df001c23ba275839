import type { AgreementKind } from '../../data/model/agreement.ts'
import { AGREEMENT_KIND_LABELS, type KindOffer, type KindReason } from '../../data/model/agreement_kind.ts'
import { useText } from '../text/useText.ts'

type Props = {
  /** Undefined until there are parties to judge by. */
  readonly offer: KindOffer | undefined
  readonly chosen: AgreementKind | null
  readonly onChoose: (kind: AgreementKind) => void
}

/** The legal forms that the parties allow, each with its reason; those they do not allow say why. */
export const Kinds = ({ offer, chosen, onChoose }: Props) => {
  const { say, language } = useText()
  const isOpen = offer !== undefined && offer.offered.length > 0
  const choice = ({ kind, reason }: KindReason, isOffered: boolean) => (
    <label key={kind} data-offered={isOffered}>
      <input
        type="radio"
        name="kind"
        value={kind}
        checked={chosen === kind && isOffered}
        disabled={!isOffered}
        onChange={() => onChoose(kind)}
      />
      <span>
        <strong>
          {kind}, {AGREEMENT_KIND_LABELS[kind][language]}
        </strong>
        <small>{reason[language]}</small>
      </span>
    </label>
  )
  return (
    <fieldset className="agreement-kinds">
      <legend>{say('agreements.kind')}</legend>
      {!isOpen && <p className="field-hint">{say('agreements.kind.first')}</p>}
      {isOpen && offer.offered.map((one) => choice(one, true))}
      {isOpen && offer.refused.map((one) => choice(one, false))}
    </fieldset>
  )
}
