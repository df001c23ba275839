import { ChevronRight } from 'lucide-react'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import type { Remark } from '../remarks.ts'
import { Twins } from './Twins.tsx'

const SHOWN = 100

/** Remarks in one place, each leading to its field. */
const Listed = ({ title, remarks }: { readonly title: string; readonly remarks: readonly Remark[] }) => {
  const { language } = useText()
  const { goTo } = useEditing()
  return (
    <>
      <h4>{title}</h4>
      <ul className="edit-remarks">
        {remarks.map((one) => (
          <li key={`${one.field} ${one.words.id}`}>
            <button
              type="button"
              className="edit-remark edit-remark-to"
              data-severity={one.severity}
              onClick={() => goTo(one)}
            >
              <span>{one.words[language]}</span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What stands and what is missing, before it is handed in. */
export const SaveStep = () => {
  const { say, count } = useText()
  const { remarks, answer, marking } = useEditing()
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
      {errors.length > 0 && <Listed title={say('edit.save.needed', { count: errors.length })} remarks={errors} />}
      {others.length > 0 && <Listed title={say('edit.save.look', { count: others.length })} remarks={others} />}
      {remarks.length === 0 && <p className="edit-well">{say('edit.save.well')}</p>}
      <Twins />
    </div>
  )
}
