import type { Code } from '../../data/model/codes.ts'
import { MOST_CHANGES } from '../../data/model/scenario.ts'
import { verdictName } from '../matching/names.ts'
import { useText } from '../text/useText.ts'
import type { Thinking } from './useThinking.ts'

type Props = { readonly thinking: Thinking; readonly code: Code; readonly onAdd: () => void }

/** The village under the finger: what it is, what it would be, and the shortest way to a partner there. */
export const Tapped = ({ thinking: { coverage, answer, shelf, begin }, code, onAdd }: Props) => {
  const { say, language } = useText()
  const unit = coverage?.units.find((one) => one.code === code)
  if (!unit) return null
  const then = answer?.units.find((one) => one.code === code)
  const verdict = verdictName(unit.verdict.kind, language)
  return (
    <p className="scenario-tapped" role="status">
      <strong>{say('scenario.tapped', { name: unit.name, within: unit.within })}</strong>
      <span>
        {then
          ? say('scenario.tapped.changes', {
              before: verdict,
              after: verdictName(then.after.kind, language).toLowerCase(),
            })
          : say('scenario.tapped.same', { verdict })}
      </span>
      {shelf.current.changes.length < MOST_CHANGES && (
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            onAdd()
            begin('add', [code])
          }}
        >
          {say('scenario.tapped.add')}
        </button>
      )}
    </p>
  )
}
