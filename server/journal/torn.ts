import { dirname, join } from 'node:path'
import type { Words } from '../../data/model/words.ts'
import { codeOf, type Files, type OpenFile } from './files.ts'

/** Bytes after the last whole line, never acknowledged; they were moved to `path`, not thrown away. */
export type TornTail = { readonly offset: number; readonly bytes: number; readonly path: string }

const COPY_BYTES = 1 << 20

const openNew = async (files: Files, base: string, n = 1): Promise<{ path: string; aside: OpenFile }> => {
  const path = n === 1 ? base : `${base}-${n}`
  try {
    return { path, aside: await files.open(path, 'new') }
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return openNew(files, base, n + 1)
  }
}

/** Moves what follows `offset` into `journal.torn-<time>` beside the journal; it is safe there before it is cut here. */
export const setAside = async (
  file: OpenFile,
  offset: number,
  { files, folder, time }: { readonly files: Files; readonly folder: string; readonly time: Date },
): Promise<TornTail> => {
  const size = await file.size()
  const name = `journal.torn-${time.toISOString().replaceAll(/[:.]/g, '-')}`
  const { path, aside } = await openNew(files, join(folder, name))
  try {
    for (let at = offset; at < size; at += COPY_BYTES)
      await aside.write(await file.read(at, Math.min(COPY_BYTES, size - at)), at - offset)
    await aside.datasync()
  } finally {
    await aside.close()
  }
  await files.syncFolder(dirname(path))
  await file.truncate(offset)
  await file.datasync()
  return { offset, bytes: size - offset, path }
}

export const tornWords = ({ bytes, path }: TornTail): Words => ({
  id: `Ekor jurnal yang putus (${bytes} byte, belum dijanjikan) disisihkan ke ${path}.`,
  en: `A torn tail of the journal (${bytes} bytes, never acknowledged) was set aside in ${path}.`,
})
