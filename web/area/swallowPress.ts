/** The press that finishes a shape goes on as a click, perhaps a double one: it must neither choose a place nor zoom. */
const PRESS_MS = 400
export const swallowPress = (element: HTMLElement): void => {
  const stop = (event: Event) => event.stopPropagation()
  for (const type of ['click', 'dblclick']) {
    element.addEventListener(type, stop, { capture: true })
    setTimeout(() => element.removeEventListener(type, stop, { capture: true }), PRESS_MS)
  }
}
