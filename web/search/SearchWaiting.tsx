import { useText } from '../text/useText.ts'

type Props = {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onClose: () => void
}

/** Takes what is typed before the palette has arrived. */
export const SearchWaiting = ({ text, onText, onClose }: Props) => {
  const { say } = useText()
  return (
    <>
      <div className="veil" />
      <search className="search">
        <input
          className="search-input search-early"
          // biome-ignore lint/a11y/noAutofocus: who asked for the palette is already typing
          autoFocus
          aria-label={say('shell.search')}
          value={text}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
      </search>
    </>
  )
}
