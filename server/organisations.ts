import type { RecordStore } from './journal/store.ts'

/** An organisation by name, whoever may see its record. */
export type Named = { readonly id: string; readonly name: string }

/** Every organisation on record. */
export const organisationsOf = ({ state }: Pick<RecordStore, 'state'>): readonly Named[] =>
  [...state.records.values()].flatMap((kept) =>
    kept.kind === 'organisation' ? [{ id: kept.id, name: kept.record.name }] : [],
  )

/** Null when there is none of this id. */
export const findOrganisation = ({ state }: Pick<RecordStore, 'state'>, id: string): Named | null => {
  const kept = state.records.get(`organisation/${id}`)
  return kept?.kind === 'organisation' ? { id, name: kept.record.name } : null
}
