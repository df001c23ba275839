/** Where a journal lies: in a folder, or in a database of PostgreSQL; the snapshot, which can be made again, is always in the folder. */
export type JournalPlace = {
  /** Absolute. */
  readonly folder: string
  /** `postgres://...`, with its password; null where the folder holds the journal itself. */
  readonly database: string | null
}

export const isDatabase = (text: string): boolean => /^postgres(ql)?:\/\//.test(text)

/** The place as it may be printed and logged: without name, password and parameters of the connection. */
export const shownPlace = ({ folder, database }: JournalPlace): string => {
  if (database === null) return folder
  const rest = database.replace(/^postgres(ql)?:\/\//, '').replace(/[?#].*$/s, '')
  return `postgres://${rest.slice(rest.lastIndexOf('@') + 1)}`
}
