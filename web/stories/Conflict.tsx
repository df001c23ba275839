import { type Text, useText } from '../text/useText.ts'
import type { Clash } from './merge.ts'
import type { Desk } from './useDesk.ts'

const LONGEST = 160

/** A value of a field as a person reads it. */
const valueWords = ({ field }: Clash, value: unknown, { say }: Text): string => {
  if (field === 'scene') return value === null ? say('stories.conflict.gone') : String(value)
  if (value === undefined || value === '') return say('stories.conflict.none')
  if (Array.isArray(value)) return say('stories.conflict.items', { count: value.length })
  if (field === 'source') return (value as { readonly text: string }).text
  if (typeof value === 'object') return say('stories.conflict.items', { count: Object.keys(value ?? {}).length })
  const text = String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** Two people changed the same fields: each is asked about once. */
export const Conflict = ({ desk }: { readonly desk: Desk }) => {
  const text = useText()
  const { say } = text
  const { conflict, record } = desk
  if (!conflict) return null
  const name = conflict.by ?? say('stories.conflict.somebody')
  const sceneName = (id: string | null) =>
    id === null ? say('stories.conflict.story') : record.scenes.find((one) => one.id === id)?.title || id
  return (
    <section className="story-conflict" role="alert">
      <p>{say('stories.conflict.ask', { name })}</p>
      {conflict.clashes.map((clash) => (
        <fieldset key={clash.key} className="choices">
          <legend>
            {sceneName(clash.scene)}: {say(`stories.conflict.field.${clash.field}`)}
          </legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={clash.key}
                checked={(conflict.chosen[clash.key] ?? 'mine') === side}
                onChange={() => desk.choose(clash.key, side)}
              />
              {say(`stories.conflict.${side}`, { name, value: valueWords(clash, clash[side], text) })}
            </label>
          ))}
        </fieldset>
      ))}
      <button type="button" className="button-main" onClick={desk.merge}>
        {say('stories.conflict.merge')}
      </button>
    </section>
  )
}
