/** Both languages and their short forms, Sunday first; a longer name stands before its own beginning. */
const SPELLINGS: readonly (readonly string[])[] = [
  ['minggu', 'ahad', 'sunday', 'sun'],
  ['senin', 'monday', 'mon'],
  ['selasa', 'tuesday', 'tue'],
  ['rabu', 'wednesday', 'wed'],
  ['kamis', 'thursday', 'thu'],
  ["jum'at", 'jumat', 'friday', 'fri'],
  ['sabtu', 'saturday', 'sat'],
]

const LEADING = new RegExp(`^(${SPELLINGS.flat().join('|')})\\b[,.]? *`, 'i')

/** The weekday before a date, 0 for Sunday, and the text behind it; the weekday is null where none is written. */
export const splitWeekday = (text: string): { readonly weekday: number | null; readonly rest: string } => {
  const [lead = '', name] = LEADING.exec(text) ?? []
  if (name === undefined) return { weekday: null, rest: text }
  const weekday = SPELLINGS.findIndex((names) => names.includes(name.toLowerCase()))
  return { weekday, rest: text.slice(lead.length) }
}

/** 0 for Sunday, of an ISO day. */
export const weekdayOf = (iso: string): number => new Date(`${iso}T00:00:00Z`).getUTCDay()
