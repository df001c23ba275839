/** Room left above what is scrolled to. */
const ABOVE_PX = 8

/** Scrolls the form, and nothing around it, until an element stands at its top, or just stands in it. */
export const intoView = (element: HTMLElement, where: 'top' | 'nearest'): void => {
  const form = element.closest('.edit-body')
  if (!form) return
  const [own, around] = [element.getBoundingClientRect(), form.getBoundingClientRect()]
  const isSeen = own.top >= around.top && own.bottom <= around.bottom
  if (where === 'nearest' && isSeen) return
  const down = where === 'top' || own.top < around.top || own.height > around.height
  form.scrollBy({ top: down ? own.top - around.top - ABOVE_PX : own.bottom - around.bottom + ABOVE_PX })
}
