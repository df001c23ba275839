import { useEffect, useState } from 'react'
import type { Bbox } from '../../map/props.ts'
import { useText } from '../../text/useText.ts'

type Props = {
  readonly bbox: Bbox | null
  /** Address of the same answer as JSON. */
  readonly json: string
  readonly onZoom: (bbox: Bbox) => void
  /** Opens the report of the place; records have none. */
  readonly onReport?: () => void
}

const SHOWN_MS = 2_500

/** What one does with a chosen thing: go there, pass it on, read it as data. */
export const Actions = ({ bbox, json, onZoom, onReport }: Props) => {
  const { say } = useText()
  const [copied, setCopied] = useState<'yes' | 'failed' | null>(null)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(null), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      setCopied('yes')
    } catch {
      setCopied('failed')
    }
  }
  return (
    <div className="card-actions">
      {bbox && (
        <button type="button" className="button-primary" onClick={() => onZoom(bbox)}>
          {say('card.zoom')}
        </button>
      )}
      {onReport && (
        <button type="button" className="button-plain" onClick={onReport}>
          {say('card.report')}
        </button>
      )}
      <button type="button" className="button-plain" onClick={() => void copy()}>
        <span role="status">
          {say(copied === 'yes' ? 'card.copied' : copied === 'failed' ? 'card.copyFailed' : 'card.copy')}
        </span>
      </button>
      <a className="button-plain" href={json} target="_blank" rel="noreferrer">
        {say('card.json')}
      </a>
    </div>
  )
}
