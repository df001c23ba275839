import { shownPlace } from '../journal/place.ts'
import { verifyAt } from '../journal/verify.ts'
import { readOptions } from './options.ts'
import { tell, type Verb } from './verb.ts'

export const verify: Verb = {
  takes: '',
  about: {
    id: 'Memeriksa jurnal dari baris pertama: rantai, isi, snapshot.',
    en: 'Checks the journal from its first line: chain, contents, snapshot.',
  },
  async run(args, desk) {
    readOptions(args, {})
    const { seq, hash, bytes, state, broken, snapshot, snapshotReason } = await verifyAt(desk.config.journal)
    const at = snapshot ? `${snapshot.seq} ${snapshot.agrees ? 'agrees' : 'differs'}` : 'none'
    const figures = {
      journal: shownPlace(desk.config.journal),
      seq,
      hash,
      records: state.records.size,
      bytes,
      snapshot: at,
    }
    for (const [name, value] of Object.entries(figures)) desk.out.write(`${name.padEnd(9)}${value}\n`)
    if (bytes === 0 && !broken && !snapshot) {
      tell(desk, {
        id: `Belum ada jurnal di ${shownPlace(desk.config.journal)}. Periksa BENTANG_HOME, atau mulai server lebih dahulu.`,
        en: `There is no journal in ${shownPlace(desk.config.journal)} yet. Check BENTANG_HOME, or start the server first.`,
      })
      return 1
    }
    if (snapshotReason) tell(desk, snapshotReason)
    if (snapshot && snapshot.seq > seq && !broken?.acknowledged) {
      tell(desk, {
        id: `Entri ${seq + 1} sampai ${snapshot.seq} hilang dari ujung jurnal. Pulihkan folder jurnal dari cadangan.`,
        en: `Entries ${seq + 1} to ${snapshot.seq} are missing from the end of the journal. Restore its folder from a backup.`,
      })
      return 1
    }
    if (broken?.acknowledged) {
      tell(desk, {
        id: `Rusak pada byte ${broken.offset}, entri ${broken.seq}. Pulihkan folder jurnal dari cadangan.`,
        en: `Damaged at byte ${broken.offset}, entry ${broken.seq}. Restore the journal folder from a backup.`,
      })
      return 1
    }
    if (broken)
      tell(desk, {
        id: `Ada baris yang belum selesai setelah byte ${broken.offset}; belum pernah dijanjikan. Start berikutnya menyisihkannya.`,
        en: `There is an unfinished line after byte ${broken.offset}, never acknowledged. The next start sets it aside.`,
      })
    if (snapshot && !snapshot.agrees) {
      tell(desk, {
        id: 'Snapshot tidak cocok dengan jurnal. Hapus snapshot.ndjson; start berikutnya membuat yang baru.',
        en: 'The snapshot does not agree with the journal. Delete snapshot.ndjson; the next start makes a new one.',
      })
      return 1
    }
    tell(desk, { id: `Utuh sampai entri ${seq}.`, en: `Whole up to entry ${seq}.` })
    return 0
  },
}
