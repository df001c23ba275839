import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { layerOf } from '../../data/layers/index.ts'
import type { LayerId } from '../../data/layers/layer.ts'
import { onReconnected, useConnection } from '../live/live.ts'
import { enumerate } from '../panel/card/names.ts'
import { useText } from '../text/useText.ts'

export type LayerTrouble = { readonly id: LayerId; readonly reason: string }

type Props = {
  readonly repaired: readonly string[]
  /** Writes the repaired view into the address. */
  readonly onAccept: () => void
  readonly troubles: readonly LayerTrouble[]
  readonly onDismiss: (ids: readonly LayerId[]) => void
}

/** Layers that are missing for one reason: on a phone a notice for each of them would cover the map. */
const byReason = (troubles: readonly LayerTrouble[]): readonly (readonly [string, readonly LayerId[]])[] =>
  [...new Set(troubles.map(({ reason }) => reason))].map((reason) => [
    reason,
    troubles.filter((one) => one.reason === reason).map(({ id }) => id),
  ])

/** What went wrong around the map, in words; the map itself stays. */
export const Notices = ({ repaired, onAccept, troubles, onDismiss }: Props) => {
  const { say, language } = useText()
  const isCut = useConnection() === 'cut'
  const [isSeen, setSeen] = useState(false)
  useEffect(() => onReconnected(() => setSeen(false)), [])
  const close = (act: () => void) => (
    <button type="button" className="notice-close" aria-label={say('shell.close')} onClick={act}>
      <X aria-hidden="true" />
    </button>
  )
  return (
    <div className="notices" role="status">
      {isCut && !isSeen && (
        <p className="notice">
          {say('shell.offline')}
          {close(() => setSeen(true))}
        </p>
      )}
      {repaired.length > 0 && (
        <p className="notice">
          {say('shell.repaired', { names: repaired.join(', ') })}
          {close(onAccept)}
        </p>
      )}
      {/* Out of reach of the server no layer need say so for itself. */}
      {(isCut ? [] : byReason(troubles)).map(([reason, ids]) => (
        <p key={reason} className="notice">
          {say('shell.layerTrouble', {
            layers: enumerate(
              ids.map((id) => layerOf(id).title[language]),
              language,
            ),
            reason,
          })}
          {close(() => onDismiss(ids))}
        </p>
      ))}
    </div>
  )
}
