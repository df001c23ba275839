import { Plus, X } from 'lucide-react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { enumerate, themeName } from '../panel/card/names.ts'
import { PickMany } from '../shell/PickMany.tsx'
import { useText } from '../text/useText.ts'
import type { AgreementDraft } from './draft.ts'

type Props = {
  readonly fields: AgreementDraft['fields']
  readonly context: ContextAnswer
  readonly onChange: (fields: AgreementDraft['fields']) => void
}

/** What is agreed on: each field in the words of its text, and the themes we file it under. */
export const Fields = ({ fields, context, onChange }: Props) => {
  const { say, language } = useText()
  const choices = context.themes.map(({ id, label }) => ({ value: id, label: label[language] }))
  const set = (at: number, change: Partial<AgreementDraft['fields'][number]>) =>
    onChange(fields.map((field, index) => (index === at ? { ...field, ...change } : field)))
  return (
    <fieldset className="agreement-choose">
      <legend>{say('agreements.fields')}</legend>
      <ul>
        {fields.map(({ wording, themes }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fields have no name but their words, which are being typed
          <li key={at}>
            <input
              aria-label={say('agreements.wordingOf', { n: at + 1 })}
              placeholder={say('agreements.wording')}
              value={wording}
              maxLength={300}
              onChange={({ target }) => set(at, { wording: target.value })}
            />
            <PickMany
              name={
                themes.length > 0
                  ? enumerate(
                      themes.map((id) => themeName(context, id, language)),
                      language,
                    )
                  : say('agreements.themes')
              }
              chosen={themes}
              choices={choices}
              none={say('agreements.noTheme')}
              onChoose={(chosen) => set(at, { themes: chosen })}
            />
            <button
              type="button"
              className="button-quiet"
              aria-label={say('agreements.dropField', { n: at + 1 })}
              onClick={() => onChange(fields.filter((_, index) => index !== at))}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button-quiet agreement-add"
        onClick={() => onChange([...fields, { wording: '', themes: [] }])}
      >
        <Plus aria-hidden="true" />
        {say('agreements.addField')}
      </button>
    </fieldset>
  )
}
