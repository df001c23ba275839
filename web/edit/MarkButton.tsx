import { useText } from '../text/useText.ts'

type Props = {
  /** Pixels between the button and the right edge, where panels and the map's own controls stand. */
  readonly right: number
  readonly top: number
  readonly onMark: () => void
  /** Somebody is about to press: what marking needs may be fetched. */
  readonly onNear: () => void
}

/** Opens marking, on the map below the button that draws. */
export const MarkButton = ({ right, top, onMark, onNear }: Props) => {
  const { say } = useText()
  return (
    <button
      type="button"
      className="draw-button"
      style={{ right, top }}
      onClick={onMark}
      onPointerEnter={onNear}
      onFocus={onNear}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 14.2C5 10.6 3.4 8.4 3.4 6.2a4.6 4.6 0 0 1 9.2 0c0 2.2-1.6 4.4-4.6 8z" />
        <path d="M8 4.2v4M6 6.2h4" />
      </svg>
      {say('shell.mark')}
    </button>
  )
}
