/** What a key does while a story is shown. */
export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'overview'
  | 'fullscreen'
  | 'laser'
  | 'presenter'
  | 'closer'
  | 'farther'
  | 'reset'
  | 'leave'

/** A clicker sends PageUp and PageDown, some of them arrows or a full stop. */
const COMMANDS: { readonly [key: string]: Command } = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Enter: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  Home: 'first',
  End: 'last',
  o: 'overview',
  f: 'fullscreen',
  l: 'laser',
  p: 'presenter',
  '+': 'closer',
  '=': 'closer',
  '-': 'farther',
  '0': 'reset',
  Escape: 'leave',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** Null for keys that mean nothing here; those with Ctrl, Alt or Meta belong to the browser. */
export const commandOf = ({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): Command | null => {
  if (ctrlKey || metaKey || altKey) return null
  if (key === ' ' && shiftKey) return 'previous'
  return COMMANDS[key.length === 1 ? key.toLowerCase() : key] ?? null
}

/** Keys that a focused button, link or slider needs for itself. */
const OWN: readonly (readonly [selector: string, keys: readonly string[]])[] = [
  ['button, a[href]', ['Enter', ' ']],
  ['[role="slider"]', ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']],
  ['input, textarea, select', []],
]

/** Whether the element in focus answers to the key, so that the story must not. */
export const isTaken = (target: EventTarget | null, key: string): boolean =>
  target instanceof Element &&
  OWN.some(([selector, keys]) => target.closest(selector) !== null && (keys.length === 0 || keys.includes(key)))
