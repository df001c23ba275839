import type { AreaReportAnswer } from '../../../data/model/answers.ts'
import { useText } from '../../text/useText.ts'
import { formatRupiah } from '../card/numbers.ts'
import { Section } from '../card/Section.tsx'

type SumProps = { readonly label: string; readonly value: string; readonly of: string }

/** One figure with its denominator in words. */
const Sum = ({ label, value, of }: SumProps) => (
  <div className="report-sum">
    <dt>{label}</dt>
    <dd>
      <strong>{value}</strong>
      <span className="quiet">{of}</span>
    </dd>
  </div>
)

/** Budget and beneficiaries of whole activities, each counted once; a figure nobody states is not zero. */
export const Sums = ({ answer: { budget, beneficiaries } }: { readonly answer: AreaReportAnswer }) => {
  const { say, count, language } = useText()
  if (budget.of === 0 && beneficiaries.of === 0) return null
  const unknown = say('report.sums.unknown')
  return (
    <Section title={say('report.sums')}>
      <dl className="report-sums">
        <Sum
          label={say('report.budget')}
          value={budget.known > 0 ? formatRupiah(budget.totalIdr, language) : unknown}
          of={say('report.budget.of', { known: count(budget.known), of: count(budget.of) })}
        />
        <Sum
          label={say('report.beneficiaries')}
          value={
            beneficiaries.known > 0 ? say('report.beneficiaries.count', { count: count(beneficiaries.total) }) : unknown
          }
          of={say('report.beneficiaries.of', { known: count(beneficiaries.known), of: count(beneficiaries.of) })}
        />
      </dl>
      <p className="quiet">{say('report.sums.about')}</p>
    </Section>
  )
}

/** How old the reports behind the figures are. */
export const Age = ({ answer: { freshness } }: { readonly answer: AreaReportAnswer }) => {
  const { say, count } = useText()
  if (!freshness) return null
  return (
    <Section title={say('report.freshness')}>
      <p>
        {say('report.freshness.median', {
          of: count(freshness.of),
          days: say('report.days', { days: freshness.medianDays }),
          oldest: say('card.days', { days: freshness.oldestDays }),
        })}
      </p>
    </Section>
  )
}
