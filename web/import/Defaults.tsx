import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import type { ImportChoices } from '../../data/model/importing.ts'
import { VISIBILITIES } from '../../data/model/record.ts'
import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'

type Defaults = ImportChoices['defaults']
type Name = keyof Defaults
type Props = { readonly defaults: Defaults; readonly onSet: (name: Name, value: string) => void }

const Pick = ({
  name,
  options,
  defaults,
  onSet,
}: Props & { readonly name: Name; readonly options: readonly (readonly [value: string, words: string])[] }) => {
  const { say } = useText()
  return (
    <label>
      {say(`import.default.${name}`)}
      <select value={defaults[name] ?? ''} onChange={({ target }) => onSet(name, target.value)}>
        <option value="">{say('import.default.none')}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What is true of every row that does not say it itself. */
export const DefaultFields = ({ defaults, onSet }: Props) => {
  const { say, language } = useText()
  const { data: context } = useContextAnswer()
  const own = { defaults, onSet }
  return (
    <fieldset className="import-defaults">
      <legend>{say('import.defaults')}</legend>
      <p className="page-about">{say('import.defaults.about')}</p>
      <div>
        <Pick {...own} name="theme" options={(context?.themes ?? []).map(({ id, label }) => [id, label[language]])} />
        <Pick
          {...own}
          name="status"
          options={ACTIVITY_STATUSES.map((status) => [status, say(`panel.status.${status}`)])}
        />
        <label>
          {say('import.default.period')}
          <input
            value={defaults.period ?? ''}
            placeholder={say('import.default.period.example')}
            onChange={({ target }) => onSet('period', target.value)}
          />
        </label>
        <Pick {...own} name="visibility" options={VISIBILITIES.map((one) => [one, say(`record.visibility.${one}`)])} />
      </div>
    </fieldset>
  )
}
