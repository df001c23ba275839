import { useText } from '../../text/useText.ts'
import { ShortcutTexts } from './ShortcutTexts.tsx'
import { Window } from './Window.tsx'

const KEYS = [
  { keys: ['Ctrl K', '/'], means: 'shortcuts.search' },
  { keys: ['Esc'], means: 'shortcuts.close' },
  { keys: ['↑', '↓', '←', '→'], means: 'shortcuts.arrows' },
  { keys: ['+', '−'], means: 'shortcuts.zoom' },
  { keys: ['G'], means: 'shortcuts.draw' },
  { keys: ['Enter', 'Ctrl Z', 'Esc'], means: 'shortcuts.drawing' },
  { keys: ['Tab'], means: 'shortcuts.tab' },
  { keys: ['?'], means: 'shortcuts.help' },
] as const

type Props = { readonly open: boolean; readonly onClose: () => void }

const Keys = ({ open, onClose }: Props) => {
  const { say } = useText()
  return (
    <Window open={open} onClose={onClose} title={say('shortcuts.title')} close={say('shell.close')} look="note">
      <dl className="shortcuts">
        {KEYS.map(({ keys, means }) => (
          <div key={means}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(means)}</dd>
          </div>
        ))}
      </dl>
    </Window>
  )
}

/** Which keys do what. */
export const Shortcuts = (props: Props) => (
  <ShortcutTexts>
    <Keys {...props} />
  </ShortcutTexts>
)
