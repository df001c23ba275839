import { AGREEMENT_STAGES, type Agreement } from '../../../data/model/agreement.ts'
import { useText } from '../../text/useText.ts'
import { Section } from '../card/Section.tsx'

const StageSource = ({ source }: { readonly source: string }) =>
  URL.canParse(source) ? (
    <>
      {', '}
      <a className="link-in" href={source} target="_blank" rel="noreferrer">
        {new URL(source).hostname}
      </a>
    </>
  ) : (
    `, ${source}`
  )

/** The way of an agreement from idea to end: what is behind it, where it stands, and the dates on record. */
export const Stages = ({ agreement: { stage: current, stages } }: { readonly agreement: Agreement }) => {
  const { say, date } = useText()
  const reached = AGREEMENT_STAGES.indexOf(current)
  return (
    <Section title={say('record.stages')}>
      <ol className="stages">
        {AGREEMENT_STAGES.map((stage, index) => {
          const own = stages.filter((one) => one.stage === stage)
          const name = say(`record.stage.${stage}`)
          return (
            <li
              key={stage}
              data-reached={index <= reached}
              data-dated={own.length > 0}
              aria-current={stage === current ? 'step' : undefined}
            >
              <span>{stage === current ? <strong>{name}</strong> : name}</span>
              {own.map((one) => (
                <span key={one.date} className="quiet">
                  {date(one.date)}
                  {one.source && <StageSource source={one.source} />}
                </span>
              ))}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
