import type { shortcuts as source } from '../id/shortcuts.ts'

export const shortcuts: { readonly [K in keyof typeof source]: string } = {
  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.search': 'Open search',
  'shortcuts.close': 'Close details or a window',
  'shortcuts.arrows': 'Move the map, or move between the rows of the table',
  'shortcuts.zoom': 'Zoom the map in or out',
  'shortcuts.draw': 'Draw an area for a report',
  'shortcuts.drawing': 'While drawing: finish, undo a point, cancel',
  'shortcuts.tab': 'Go to the next part',
  'shortcuts.help': 'Show these shortcuts',
}
