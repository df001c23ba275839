import { enumerate } from '../../panel/card/names.ts'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'

const MOST_NAMED = 4

/** Villages and districts as the geometry says them: nobody types what the map knows. */
export const Where = () => {
  const { say, count, language } = useText()
  const { answer } = useEditing()
  if (!answer || answer.villages.length === 0) return null
  const { villages, districts } = answer
  const named = villages.slice(0, MOST_NAMED).map(({ name }) => name)
  const rest = villages.length - named.length
  const names = rest > 0 ? [...named, say('edit.where.more', { count: count(rest) })] : named
  return (
    <p className="edit-where">
      {say('edit.where', { count: villages.length, villages: enumerate(names, language) })}{' '}
      {districts.length > 0 &&
        say('edit.where.districts', {
          districts: enumerate(
            districts.map(({ name }) => name),
            language,
          ),
        })}
    </p>
  )
}
