import type { Kind } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'

/** What every refusal of the journal has in common: a sentence, in both languages, that says what to do next. */
export class JournalError extends Error {
  readonly words: Words

  constructor(words: Words, cause?: unknown) {
    super(words.en, { cause })
    this.name = new.target.name
    this.words = words
  }
}

/** Nothing more is written until a restart; what was acknowledged can still be read. */
export class JournalReadOnly extends JournalError {}

/** The disk has no room. Nothing of the operation was kept; the same operation may be sent again once there is room. */
export class JournalFull extends JournalError {
  constructor(cause: unknown) {
    super(
      {
        id: 'Disk penuh, perubahan tidak disimpan. Kosongkan ruang lalu kirim lagi; server tidak perlu dimulai ulang.',
        en: 'The disk is full, the change was not kept. Free some space and send it again; no restart is needed.',
      },
      cause,
    )
  }
}

export class RevisionConflict extends JournalError {
  readonly kind: Kind
  readonly id: string
  readonly given: number
  /** The revision on record; 0 when the record was never there. */
  readonly current: number

  constructor(conflict: { kind: Kind; id: string; given: number; current: number }) {
    const { kind, id, given, current } = conflict
    super({
      id: `Catatan ${kind} "${id}" sudah di revisi ${current}; revisi ${given} tidak dapat menyusulnya. Muat ulang lalu ubah lagi.`,
      en: `Record ${kind} "${id}" is at revision ${current}, which revision ${given} cannot follow. Reload it and change it again.`,
    })
    this.kind = kind
    this.id = id
    this.given = given
    this.current = current
  }
}

/** Acknowledged entries can no longer be proven. `offset` is the byte where the damaged line begins, `seq` its entry. */
export class JournalDamaged extends JournalError {
  readonly offset: number
  readonly seq: number

  constructor(offset: number, seq: number, reason: Words) {
    const where = `${offset}`
    super({
      id: `Jurnal rusak pada byte ${where}, entri ${seq}: ${reason.id} Tidak ada yang diubah. Pulihkan folder jurnal dari cadangan; \`bentang verify\` memeriksanya.`,
      en: `The journal is damaged at byte ${where}, entry ${seq}: ${reason.en} Nothing was changed. Restore the journal folder from a backup; \`bentang verify\` checks it.`,
    })
    this.offset = offset
    this.seq = seq
  }
}

/** Another live process writes here; `pid` is null while its lock cannot be read. */
export class JournalLocked extends JournalError {
  readonly pid: number | null

  constructor(path: string, pid: number | null) {
    const who = pid === null ? '?' : `${pid}`
    super({
      id: `Jurnal sedang dipakai proses ${who} (${path}). Hentikan proses itu, atau pilih BENTANG_HOME yang lain.`,
      en: `Process ${who} is using this journal (${path}). Stop that process, or choose another BENTANG_HOME.`,
    })
    this.pid = pid
  }
}
