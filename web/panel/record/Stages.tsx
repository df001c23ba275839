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

type Props = {
  readonly agreement: Agreement
  /** What a step within a stage is called, where that is known. */
  readonly nameOfStep?: (step: string) => string | undefined
}

/** The way of an agreement from idea to end: what is behind it, where it stands, and the dates on record. */
export const Stages = ({ agreement: { stage: current, stages }, nameOfStep }: Props) => {
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
                <span key={`${one.step} ${one.date}`} className="quiet">
                  {one.step && `${nameOfStep?.(one.step) ?? one.step}, `}
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
