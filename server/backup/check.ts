import type { Words } from '../../data/model/words.ts'
import { codeOf } from '../journal/files.ts'
import { filesBelow } from './contents.ts'
import { sumUp } from './copied.ts'
import { MANIFEST_FILE, type Manifest } from './manifest.ts'

const gone = (path: string): Words => ({
  id: `${path} hilang dari cadangan ini. Pakai cadangan lain.`,
  en: `${path} is missing from this backup. Use another one.`,
})
const altered = (path: string): Words => ({
  id: `${path} tidak sama dengan catatannya di ${MANIFEST_FILE}. Pakai cadangan lain.`,
  en: `${path} is not what ${MANIFEST_FILE} says. Use another backup.`,
})
const stray = (path: string): Words => ({
  id: `${path} tidak tercatat di ${MANIFEST_FILE}. Pindahkan berkas itu ke luar cadangan, atau pakai cadangan lain.`,
  en: `${path} is not in ${MANIFEST_FILE}. Move it out of the backup, or use another one.`,
})

/** Every file of a backup against its manifest; empty where all are the same to the byte. */
export const findBackupFaults = async (folder: string, { files }: Manifest): Promise<readonly Words[]> => {
  const faults: Words[] = []
  for (const { path, bytes, sha256 } of files) {
    const sums = await sumUp(folder, path).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    })
    if (sums === null) faults.push(gone(path))
    else if (sums.bytes !== bytes || sums.sha256 !== sha256) faults.push(altered(path))
  }
  const known = new Set([MANIFEST_FILE, ...files.map(({ path }) => path)])
  for (const path of await filesBelow(folder, '')) if (!known.has(path)) faults.push(stray(path))
  return faults
}
