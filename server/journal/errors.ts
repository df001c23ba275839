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

/** The database of the journal does not answer. What was under way may have been kept: sent again it counts once. */
export class JournalAway extends JournalError {
  constructor(cause: unknown) {
    super(
      {
        id: 'Basis data jurnal sedang tidak menjawab. Membaca tetap bisa; kirim lagi perubahan yang sama sebentar lagi, ia tercatat satu kali saja.',
        en: 'The database of the journal does not answer at the moment. Reading goes on; send the same change again shortly, it counts once.',
      },
      cause,
    )
  }
}

/** This server only reads; changes go to `writer`, where one is known. */
export class JournalElsewhere extends JournalError {
  constructor(writer: string | null) {
    super({
      id: `Server ini hanya untuk membaca. Kirim perubahan ke ${writer ?? 'server lain yang memakai jurnal ini'}.`,
      en: `This server is for reading only. Send changes to ${writer ?? 'another server on this journal'}.`,
    })
  }
}

/** What was read does not follow what is known here; `seq` is the entry at which the two part. */
export class JournalForeign extends JournalError {
  readonly seq: number

  constructor(seq: number) {
    super({
      id: `Entri ${seq} tidak melanjutkan jurnal di sini: keduanya bukan jurnal yang sama, atau salah satunya dipulihkan dari cadangan lama. Periksa keduanya dengan \`bentang verify\`.`,
      en: `Entry ${seq} does not continue the journal here: the two are not the same, or one was put back from an older backup. Check both with \`bentang verify\`.`,
    })
    this.seq = seq
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
