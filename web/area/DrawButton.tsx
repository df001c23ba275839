import { useText } from '../text/useText.ts'

type Props = {
  /** Pixels between the button and the right edge, where panels and the map's own controls stand. */
  readonly right: number
  readonly top: number
  readonly onDraw: () => void
  /** Somebody is about to press: what drawing needs may be fetched. */
  readonly onNear: () => void
}

/** Opens drawing, on the map beside its other controls. */
export const DrawButton = ({ right, top, onDraw, onNear }: Props) => {
  const { say } = useText()
  return (
    <button
      type="button"
      className="draw-button"
      style={{ right, top }}
      aria-keyshortcuts="G"
      onClick={onDraw}
      onPointerEnter={onNear}
      onFocus={onNear}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="m3 4.2 9.6-1.4.6 7-5.4 3.6L3 10.6z" />
        <path d="M3 4.2v0M12.6 2.8v0M13.2 9.8v0M7.8 13.4v0M3 10.6v0" strokeWidth="3.6" />
      </svg>
      {say('shell.draw')}
      <kbd>G</kbd>
    </button>
  )
}
