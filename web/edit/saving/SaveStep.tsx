import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { Twins } from './Twins.tsx'

const SHOWN = 100

/** What stands and what is missing, before it is handed in. */
export const SaveStep = () => {
  const { say, language, count } = useText()
  const { remarks, answer, marking, apply } = useEditing()
  const errors = remarks.filter(({ severity }) => severity === 'error')
  const others = remarks.filter(({ severity }) => severity !== 'error')
  const { sites } = marking
  return (
    <div className="edit-save">
      <p className="edit-sum">
        {answer
          ? say('edit.save.sum', { sites: count(sites.length), villages: count(answer.villages.length) })
          : say('edit.sites.count', { count: sites.length })}
      </p>
      {answer && (
        <div className="edit-complete">
          <span>{say('edit.save.complete')}</span>
          <meter
            min={0}
            max={SHOWN}
            value={Math.round(answer.completeness.share * SHOWN)}
            aria-label={say('edit.save.complete')}
          />
          <strong>{Math.round(answer.completeness.share * SHOWN)} %</strong>
        </div>
      )}
      {errors.length > 0 && (
        <>
          <h4>{say('edit.save.needed', { count: errors.length })}</h4>
          <ul className="edit-remarks">
            {errors.map((one) => (
              <li key={`${one.field} ${one.name}`} className="edit-remark" data-severity="error">
                {one.words[language]}
                {one.remedies.map((remedy) => (
                  <button
                    key={remedy.words.id}
                    type="button"
                    className="button-quiet edit-remedy"
                    onClick={() => apply(one, remedy)}
                  >
                    {remedy.words[language]}
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <h4>{say('edit.save.look', { count: others.length })}</h4>
          <ul className="edit-remarks">
            {others.map((one) => (
              <li key={`${one.field} ${one.name}`} className="edit-remark" data-severity={one.severity}>
                {one.words[language]}
              </li>
            ))}
          </ul>
        </>
      )}
      {remarks.length === 0 && <p className="edit-well">{say('edit.save.well')}</p>}
      <Twins />
    </div>
  )
}
