import { useState } from 'react'
import type { ImportAnswer } from '../../data/model/importing.ts'
import { Refused } from '../pages/Refused.tsx'
import { useText } from '../text/useText.ts'
import { Choices } from './Choices.tsx'
import { Commit, Outcome } from './Commit.tsx'
import { Detected } from './Detected.tsx'
import { Heading } from './Heading.tsx'
import { type ImportChanges, useImport, useImportChanges } from './queries.ts'
import { Rows } from './Rows.tsx'
import { type Step, Steps } from './Steps.tsx'

type PartProps = { readonly answer: ImportAnswer; readonly changes: ImportChanges }

const Working = ({ answer: { state, progress }, onCancel }: { answer: ImportAnswer; onCancel: () => void }) => {
  const { say, count } = useText()
  const doing = state === 'committing' ? 'committing' : 'reading'
  return (
    <div className="import-working">
      <p role="status">{say(`import.working.${doing}`)}</p>
      <progress
        {...(progress.of > 0 ? { value: progress.done, max: progress.of } : {})}
        aria-label={say(`import.state.${doing}`)}
      />
      <p className="import-progress page-about">
        {progress.of > 0
          ? say('import.progress', { done: count(progress.done), of: count(progress.of) })
          : progress.done > 0 && say('import.progress.read', { done: count(progress.done) })}
      </p>
      <button type="button" className="button-quiet" onClick={onCancel}>
        {say('import.cancel')}
      </button>
    </div>
  )
}

const Check = ({ answer, changes, onRemove }: PartProps & { readonly onRemove: () => void }) => {
  const { say } = useText()
  return (
    <section className="page-sheet page-wide">
      <Heading>{say('import.step.check')}</Heading>
      <Rows answer={answer} mend={changes.mend} />
      <Commit answer={answer} changes={changes} />
      <p className="import-remove">
        <button type="button" className="link" onClick={onRemove}>
          {say('import.remove')}
        </button>
      </p>
    </section>
  )
}

/** One file on its way onto the record. */
export const Wizard = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const { say, language } = useText()
  const changes = useImportChanges(id)
  const { data: answer, error } = useImport(id, changes.commit.isPending)
  const [chosen, setStep] = useState<Step | null>(null)
  const remove = () => changes.remove.mutate(undefined, { onSuccess: onClose })
  if (!answer) return <Refused error={error} />
  const { state, fault, file, detected } = answer
  const isWorking = state === 'reading' || state === 'committing'
  const step = chosen ?? (state === 'asking' ? 'decide' : 'check')
  const part = { answer, changes }
  return (
    <>
      <section className="page-sheet page-wide import-file">
        <button type="button" className="link" onClick={onClose}>
          {say('import.another')}
        </button>
        <h1>{file}</h1>
        {fault && (
          <p className="form-refused" role="alert">
            {fault[language]}
          </p>
        )}
        {detected && <Detected detected={detected} />}
        {isWorking && <Working answer={answer} onCancel={remove} />}
        <Refused error={changes.remove.error ?? changes.commit.error} />
        {!isWorking && detected && <Steps answer={answer} step={step} onStep={setStep} />}
        {fault && (
          <button type="button" className="button-quiet" onClick={remove}>
            {say('import.remove')}
          </button>
        )}
      </section>
      {!isWorking && <Outcome {...part} />}
      {!isWorking && detected && step === 'decide' && (
        <Choices key={JSON.stringify(answer.choices)} {...part} onDone={() => setStep('check')} />
      )}
      {!isWorking && detected && step === 'check' && <Check {...part} onRemove={remove} />}
    </>
  )
}
