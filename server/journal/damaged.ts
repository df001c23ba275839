import type { Words } from '../../data/model/words.ts'
import { type JournalDamaged, JournalReadOnly } from './errors.ts'
import { openFileReader } from './file_reader.ts'
import { type Files, nodeFiles } from './files.ts'
import { loadSnapshot, stateOf } from './snapshot.ts'
import { applyEntry, emptyState } from './state.ts'
import type { RecordStore } from './store.ts'

const shownUpTo = (seq: number): Words => ({
  id: `Yang ditampilkan adalah keadaan sampai entri ${seq}; perubahan ditolak sampai jurnal dipulihkan.`,
  en: `What is shown stands as of entry ${seq}; changes are refused until the journal is restored.`,
})

/**
 * The store on what is still proven of a damaged journal: by the snapshot, or by the chain up to the damage where that reaches
 * further. Nothing is written and no lock is taken; every change is refused in the words of the damage.
 */
export const openDamagedStore = async (
  folder: string,
  damage: JournalDamaged,
  files: Files = nodeFiles,
): Promise<RecordStore> => {
  const reader = await openFileReader(folder, files)
  const { snapshot } = await loadSnapshot(folder, files)
  const isFurther = snapshot !== null && snapshot.seq > reader.head().seq
  const state = isFurther ? stateOf(snapshot) : emptyState()
  if (!isFurther) for await (const entry of reader.replay()) applyEntry(state, entry)
  const refuse = async (): Promise<never> => {
    throw new JournalReadOnly(damage.words, damage)
  }
  const reasons = () => [damage.words, shownUpTo(state.seq)]
  return {
    journal: { ...reader, append: refuse, adopt: refuse, follow: () => () => {}, reasons },
    state,
    commit: refuse,
    onEntry: () => () => {},
    asOf: () => ({ seq: state.seq, time: state.time }),
    waiting: () => 0,
    reasons,
    close: reader.close,
  }
}
