import type { ContextAnswer } from '../../data/model/answers.ts'
import type { TextKey } from '../text/index.ts'
import { useText } from '../text/useText.ts'

type Name = 'region' | 'party'
type Props = {
  readonly context: ContextAnswer
  readonly chosen: { readonly [N in Name]: string | null }
  /** What each list is called, and what it says when it narrows nothing. */
  readonly words: { readonly [N in Name]: { readonly label: TextKey; readonly all: TextKey } }
  readonly onChange: (changed: { readonly region: string | null } | { readonly party: string | null }) => void
}

/** Two lists that narrow what is shown to one regency and to what one organisation is party to. */
export const RegionAndParty = ({ context, chosen, words, onChange }: Props) => {
  const { say } = useText()
  const lists = [
    { name: 'region', choices: context.regencies.map(({ code, name }) => ({ id: code, name })) },
    { name: 'party', choices: context.organisations },
  ] as const
  return lists.map(({ name: list, choices }) => (
    <select
      key={list}
      aria-label={say(words[list].label)}
      value={chosen[list] ?? ''}
      onChange={({ target }) => {
        const value = target.value || null
        onChange(list === 'region' ? { region: value } : { party: value })
      }}
    >
      <option value="">{say(words[list].all)}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  ))
}
