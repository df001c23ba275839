import { CircleAlert, CircleQuestionMark, TriangleAlert } from 'lucide-react'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { remarksOn } from '../remarks.ts'

const ICONS = { error: CircleAlert, warning: TriangleAlert, question: CircleQuestionMark } as const

/** Id of the remarks beside a field, for `aria-describedby`. */
export const remarksId = (field: string): string => `remarks-${field.replaceAll('.', '-')}`

/** What is said of a field, beside it, each with what one tap would do about it; `isAlone` leaves out what is inside it. */
export const Remarks = ({ field, isAlone = false }: { readonly field: string; readonly isAlone?: boolean }) => {
  const { say, language } = useText()
  const { remarks, withMissing, apply } = useEditing()
  const here = remarksOn(remarks, field, withMissing).filter((one) => !isAlone || one.field === field)
  if (here.length === 0) return null
  return (
    <ul className="edit-remarks" id={remarksId(field)}>
      {here.map((one) => {
        const Icon = ICONS[one.severity]
        return (
          <li key={`${one.field} ${one.words.id}`} className="edit-remark" data-severity={one.severity}>
            <Icon aria-hidden="true" />
            <span>
              <span className="unseen">{say(`edit.severity.${one.severity}`)}: </span>
              {one.words[language]}
            </span>
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
        )
      })}
    </ul>
  )
}

/** Whether something keeps the field from being handed in; for `aria-invalid`. */
export const useInvalid = (field: string): boolean => {
  const { remarks, withMissing } = useEditing()
  return remarksOn(remarks, field, withMissing).some(({ severity }) => severity === 'error')
}
