import { createHash } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { nodeFiles } from '../journal/files.ts'
import type { KeptFile } from './manifest.ts'

const STEP_BYTES = 1 << 20
const OWNER_ONLY_FOLDER = 0o700

const makeFolderOf = (path: string) => mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY_FOLDER })

/** Reads a file in steps and sums it up. Resolves when `take` has had all of it. */
const readThrough = async (
  from: string,
  take: (bytes: Buffer, position: number) => Promise<void> = async () => {},
): Promise<Omit<KeptFile, 'path'>> => {
  const source = await nodeFiles.open(from, 'read')
  const sum = createHash('sha256')
  let bytes = 0
  try {
    for (;;) {
      const step = await source.read(bytes, STEP_BYTES)
      if (step.length === 0) break
      sum.update(step)
      await take(step, bytes)
      bytes += step.length
    }
  } finally {
    await source.close()
  }
  return { bytes, sha256: sum.digest('hex') }
}

/** Length and SHA-256 of a file. */
export const sumUp = (folder: string, path: string): Promise<Omit<KeptFile, 'path'>> => readThrough(join(folder, path))

/** Copies one file to where there is none yet, for the owner alone. Resolves when it is on disk. */
export const copyFile = async (from: string, to: string, path: string): Promise<KeptFile> => {
  const target = join(to, path)
  await makeFolderOf(target)
  const file = await nodeFiles.open(target, 'new')
  try {
    const sums = await readThrough(join(from, path), (bytes, position) => file.write(bytes, position))
    await file.datasync()
    return { path, ...sums }
  } finally {
    await file.close()
  }
}

/** Writes one file to where there is none yet, for the owner alone. Resolves when it is on disk. */
export const writeFile = async (to: string, path: string, text: string): Promise<KeptFile> => {
  const target = join(to, path)
  await makeFolderOf(target)
  const bytes = Buffer.from(text)
  const file = await nodeFiles.open(target, 'new')
  try {
    await file.write(bytes, 0)
    await file.datasync()
  } finally {
    await file.close()
  }
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Makes the names of these files survive a power cut, down from `folder`. */
export const syncFoldersOf = async (folder: string, paths: readonly string[]): Promise<void> => {
  const folders = new Set([folder])
  for (const path of paths)
    for (let inside = dirname(path); inside !== '.'; inside = dirname(inside)) folders.add(join(folder, inside))
  for (const one of folders) await nodeFiles.syncFolder(one)
}
