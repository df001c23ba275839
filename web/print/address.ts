import { formatView, type View } from '../view.ts'

export const PAPERS = ['A4', 'A3', 'A2'] as const
export type Paper = (typeof PAPERS)[number]
export const ORIENTATIONS = ['landscape', 'portrait'] as const
export type Orientation = (typeof ORIENTATIONS)[number]

/** What somebody chose for their sheet; empty texts leave it to the view. */
export type SheetChoice = {
  readonly paper: Paper
  readonly orientation: Orientation
  readonly title: string
  readonly author: string
}

const searchOf = (view: View, more: Readonly<Record<string, string>>): string => {
  const search = new URLSearchParams(formatView({ ...view, palette: 'auto', edit: null, table: false }))
  for (const [name, value] of Object.entries(more)) if (value !== '') search.set(name, value)
  return `?${search}`
}

const chosen = ({ title, author, ...rest }: SheetChoice) => ({ ...rest, title: title.trim(), author: author.trim() })

/** Where the sheet of a view is to be had. */
export const sheetAddress = (view: View, choice: SheetChoice, ending: 'pdf' | 'png'): string =>
  `/api/sheet.${ending}${searchOf(view, chosen(choice))}`

/** The map of a view alone, as a picture. */
export const pictureAddress = (view: View, width: number, height: number): string =>
  `/api/picture.png${searchOf(view, { width: `${width}`, height: `${height}` })}`
