import { ChevronDown, ChevronUp } from 'lucide-react'
import type { FlowsAnswer } from '../../data/model/flows.ts'
import { useText } from '../text/useText.ts'
import { ROW_PX } from './layout.ts'
import { isSame, type Lifted, type LiftProps } from './lifted.ts'
import type { FlowRow, Ranking, Rows } from './rows.ts'
import { rowWords } from './words.ts'

type Props = LiftProps & {
  readonly answer: FlowsAnswer
  readonly rows: Rows
  readonly ranking: Ranking
  readonly first: number
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly pinned: Lifted | null
}

/** A finger hovers over nothing. */
const isMouse = ({ pointerType }: { readonly pointerType: string }) => pointerType === 'mouse'

/** The partners by rank: pointing at one or reaching it by keyboard lifts it, a press keeps it lifted. */
export const PartnerList = ({
  answer,
  rows,
  ranking,
  first,
  isOpen,
  onOpen,
  pinned,
  shown,
  onHover,
  onPress,
}: Props) => {
  const text = useText()
  const { say, count } = text
  const isThere = ({ flows }: FlowRow): boolean =>
    shown === null || shown.kind === 'partner' || flows.some(({ place }) => place === shown.id)
  return (
    <ol className="flows-rows" style={{ '--row': `${ROW_PX}px` } as object} aria-label={say('flows.partners')}>
      {rows.rows.map((row) => {
        const { id, partner } = row
        const own: Lifted = { kind: 'partner', id }
        return (
          <li key={id}>
            <button
              type="button"
              className="flows-row"
              {...(partner ? { 'aria-pressed': isSame(pinned, own) } : { 'aria-expanded': false })}
              data-lifted={isSame(shown, own)}
              data-faded={!isThere(row) || (shown?.kind === 'partner' && !isSame(shown, own))}
              onClick={() => (partner ? onPress(own) : onOpen(true))}
              onPointerEnter={(event) => isMouse(event) && onHover(own)}
              onPointerLeave={(event) => isMouse(event) && onHover(null)}
              onFocus={({ currentTarget }) => currentTarget.matches(':focus-visible') && onHover(own)}
              onBlur={() => onHover(null)}
            >
              <strong>{partner?.name ?? say('flows.others', { count: count(rows.others) })}</strong>
              <span>{rowWords(row, answer, ranking, text)}</span>
              {!partner && <ChevronDown aria-hidden="true" />}
            </button>
          </li>
        )
      })}
      {isOpen && rows.others > 0 && (
        <li>
          <button type="button" className="flows-row" aria-expanded={true} onClick={() => onOpen(false)}>
            <strong>{say('flows.fewer', { count: count(first) })}</strong>
            <ChevronUp aria-hidden="true" />
          </button>
        </li>
      )}
    </ol>
  )
}
