import { Conflict as Questions } from '../desk/Conflict.tsx'
import { type Text, useText } from '../text/useText.ts'
import type { Clash } from './merge.ts'
import type { Desk } from './useDesk.ts'

const LONGEST = 160

/** A value of a field as a person reads it. */
const valueWords = ({ field }: Clash, value: unknown, { say }: Text): string => {
  if (Array.isArray(value)) return say('stories.conflict.items', { count: value.length })
  if (field === 'source') return (value as { readonly text: string }).text
  if (typeof value === 'object') return say('stories.conflict.items', { count: Object.keys(value ?? {}).length })
  const text = String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** What two people changed in one story. */
export const Conflict = ({ desk }: { readonly desk: Desk }) => {
  const text = useText()
  const { say } = text
  const sceneName = (id: string | null) =>
    id === null ? say('stories.conflict.story') : desk.record.scenes.find((one) => one.id === id)?.title || id
  return (
    <Questions
      desk={desk}
      titleOf={({ part, field }) => `${sceneName(part)}: ${say(`stories.conflict.field.${field}`)}`}
      wordsOf={(clash, value) => valueWords(clash, value, text)}
    />
  )
}
