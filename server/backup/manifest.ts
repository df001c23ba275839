import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Words } from '../../data/model/words.ts'
import { codeOf } from '../journal/files.ts'

export const MANIFEST_FILE = 'manifest.json'

/** Relative, with slashes, and never out of the folder. */
const path = z.string().regex(/^(?!\.{1,2}(\/|$))[^/\\\0]+(\/(?!\.{1,2}(\/|$))[^/\\\0]+)*$/)
const kept = z.object({ path, bytes: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })

const manifest = z.object({
  format: z.literal(1),
  /** Of the program that made it. */
  version: z.string(),
  /** ISO, UTC. */
  made: z.string(),
  /** The last entry that is in the backup. */
  journal: z.object({ seq: z.number().int().nonnegative(), hash: z.string(), time: z.string() }),
  files: z.array(kept),
})
/** What a backup says it holds. */
export type Manifest = Readonly<z.infer<typeof manifest>>
export type KeptFile = Readonly<z.infer<typeof kept>>

/** What stands in the way of a backup, or of putting one back: a sentence that says what to do next. */
export class BackupFault extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.name = 'BackupFault'
    this.words = words
  }
}

const noBackup = (folder: string): BackupFault =>
  new BackupFault({
    id: `${folder} bukan cadangan: ${MANIFEST_FILE} tidak ada di sana. Sebutkan folder yang dibuat oleh "backup".`,
    en: `${folder} is no backup: there is no ${MANIFEST_FILE}. Name a folder that "backup" made.`,
  })
const unreadable = (folder: string): BackupFault =>
  new BackupFault({
    id: `${MANIFEST_FILE} di ${folder} rusak atau dibuat versi yang lebih baru. Pakai cadangan lain, atau pasang versi terbaru.`,
    en: `${MANIFEST_FILE} in ${folder} is damaged or was made by a newer version. Use another backup, or install the newest version.`,
  })

/** Throws BackupFault where there is none, or none that can be read. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') throw noBackup(folder)
    throw error
  })
  try {
    return manifest.parse(JSON.parse(text))
  } catch {
    throw unreadable(folder)
  }
}
