import './desk.css'
import { useText } from '../text/useText.ts'
import type { Clash } from './merging.ts'
import type { RecordDesk } from './useRecordDesk.ts'

type Props<F extends string> = {
  readonly desk: Pick<RecordDesk<never, Clash<F>>, 'conflict' | 'choose' | 'merge'>
  /** What is asked about: the field and the part it is of. */
  readonly titleOf: (clash: Clash<F>) => string
  /** A value as a person reads it; not asked for what is empty or gone. */
  readonly wordsOf: (clash: Clash<F>, value: unknown) => string
}

/** Two people changed the same fields: each is asked about once. */
export const Conflict = <F extends string>({ desk, titleOf, wordsOf }: Props<F>) => {
  const { say } = useText()
  const { conflict } = desk
  if (!conflict) return null
  const name = conflict.by ?? say('desk.somebody')
  const worded = (clash: Clash<F>, value: unknown): string => {
    if (clash.field === 'part') return value === null ? say('desk.gone') : String(value)
    return (value === undefined || value === '' ? '' : wordsOf(clash, value)) || say('desk.empty')
  }
  return (
    <section className="desk-conflict" role="alert">
      <p>{say('desk.ask', { name })}</p>
      {conflict.clashes.map((clash) => (
        <fieldset key={clash.key} className="choices">
          <legend>{titleOf(clash)}</legend>
          {(['mine', 'theirs'] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={clash.key}
                checked={(conflict.chosen[clash.key] ?? 'mine') === side}
                onChange={() => desk.choose(clash.key, side)}
              />
              {say(`desk.${side}`, { name, value: worded(clash, clash[side]) })}
            </label>
          ))}
        </fieldset>
      ))}
      <button type="button" className="button-main" onClick={desk.merge}>
        {say('desk.merge')}
      </button>
    </section>
  )
}
