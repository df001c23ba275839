import { X } from 'lucide-react'
import { useController } from 'react-hook-form'
import { enumerate, themeName, urusanName } from '../../panel/card/names.ts'
import { PickMany } from '../../shell/PickMany.tsx'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { Remarks, remarksId } from './Remarks.tsx'

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** Themes, and the urusan they belong to: which department's business this is. */
export const Themes = () => {
  const { say, language } = useText()
  const { marking, context } = useEditing()
  const { field } = useController({ control: marking.form.control, name: 'themes' })
  const chosen = field.value
  const urusan = [...new Set(context.themes.filter(({ id }) => chosen.includes(id)).flatMap((theme) => theme.urusan))]
  return (
    <fieldset className="edit-field" aria-describedby={remarksId('themes')}>
      <legend>{say('edit.themes')}</legend>
      <PickMany
        name={say('edit.themes.pick')}
        chosen={chosen}
        choices={context.themes.map(({ id, label }) => ({ value: id, label: capital(label[language]) }))}
        onChoose={(ids) => field.onChange([...ids])}
        none={say('edit.themes.none')}
      />
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((id) => {
            const name = capital(themeName(context, id, language))
            return (
              <li key={id}>
                <button
                  type="button"
                  className="chip"
                  aria-label={say('edit.themes.remove', { name })}
                  onClick={() => field.onChange(chosen.filter((other) => other !== id))}
                >
                  {name}
                  <X aria-hidden="true" />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      {urusan.length > 0 && (
        <p className="edit-hint" role="status">
          {say('edit.urusan', {
            urusan: enumerate(
              urusan.map((id) => urusanName(context, id, language)),
              language,
            ),
          })}
        </p>
      )}
      <Remarks field="themes" />
    </fieldset>
  )
}
