import type { FlowsAnswer } from '../../data/model/flows.ts'
import { useText } from '../text/useText.ts'
import type { Lifted } from './lifted.ts'
import { type FlowRow, OTHERS } from './rows.ts'
import { partnerWords, placeWords } from './words.ts'

type Props = {
  readonly answer: FlowsAnswer
  readonly rows: readonly FlowRow[]
  readonly shown: Lifted | null
  readonly pinned: Lifted | null
  readonly onFree: () => void
  readonly onMap: (lifted: Lifted) => void
  /** Null where a place is told by nothing smaller. */
  readonly onVillages: ((place: string) => void) | null
}

/** What stands out, in words, and what may be done with it while it is held. */
export const Told = ({ answer, rows, shown, pinned, onFree, onMap, onVillages }: Props) => {
  const text = useText()
  const { say, count } = text
  const wordsOf = ({ kind, id }: Lifted): string | null => {
    if (kind === 'place') {
      const place = answer.places.find(({ code }) => code === id)
      return place ? placeWords(place, text) : null
    }
    const row = rows.find((one) => one.id === id)
    if (!row) return null
    const others = answer.partners.length - rows.length + 1
    return partnerWords(
      { ...row, name: row.partner?.name ?? say('flows.others', { count: count(others) }) },
      answer,
      text,
    )
  }
  return (
    <div className="flows-told">
      <p role="status">{(shown && wordsOf(shown)) ?? <span className="quiet">{say('flows.hint')}</span>}</p>
      {pinned && pinned.id !== OTHERS && (
        <p className="flows-ways">
          <button type="button" className="button-quiet" onClick={() => onMap(pinned)}>
            {say('flows.toMap')}
          </button>
          {pinned.kind === 'place' && onVillages && (
            <button type="button" className="button-quiet" onClick={() => onVillages(pinned.id)}>
              {say('flows.toVillages')}
            </button>
          )}
          <button type="button" className="button-quiet" onClick={onFree}>
            {say('flows.free')}
          </button>
        </p>
      )}
    </div>
  )
}
