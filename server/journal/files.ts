import { constants } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** An open file; positions and lengths in bytes. */
export type OpenFile = {
  /** Fewer bytes than asked for only at the end of the file. */
  read(position: number, length: number): Promise<Buffer>
  /** Every byte, or it throws; what part was written before that is unknown. */
  write(bytes: Uint8Array, position: number): Promise<void>
  datasync(): Promise<void>
  truncate(length: number): Promise<void>
  size(): Promise<number>
  close(): Promise<void>
}

/** The little of a file system that everything which must last stands on, handed in so that faults can be tried. */
export type Files = {
  /** `read`: must exist. `keep`: created when missing. `empty`: emptied first. `new`: must not exist. */
  open(path: string, how: 'read' | 'keep' | 'empty' | 'new'): Promise<OpenFile>
  load(path: string): Promise<Buffer>
  rename(from: string, to: string): Promise<void>
  /** A missing file is no fault. */
  remove(path: string): Promise<void>
  /** With the folders above it; gives the topmost that was missing, null when none was. */
  makeFolder(path: string, access?: 'owner'): Promise<string | null>
  /** Makes created and renamed names survive a power cut. */
  syncFolder(path: string): Promise<void>
}

const FLAGS = {
  read: constants.O_RDONLY,
  keep: constants.O_RDWR | constants.O_CREAT,
  empty: constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC,
  new: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
} as const

/** Not everything in the journal is public. */
const OWNER_ONLY = 0o600
const OWNER_ONLY_FOLDER = 0o700

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Codes that mean no room: a full disk, a used-up quota, the file size limit of the process. */
export const NO_ROOM: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

const openNodeFile: Files['open'] = async (path, how) => {
  const handle = await open(path, FLAGS[how], OWNER_ONLY)
  return {
    async read(position, length) {
      const buffer = Buffer.allocUnsafe(length)
      let filled = 0
      while (filled < length) {
        const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    },
    async write(bytes, position) {
      let written = 0
      while (written < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written)
        written += bytesWritten
      }
    },
    datasync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  }
}

const syncFolder: Files['syncFolder'] = async (path) => {
  // Windows cannot open a folder, and keeps names without being asked.
  if (process.platform === 'win32') return
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const nodeFiles: Files = {
  open: openNodeFile,
  load: (path) => readFile(path),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  makeFolder: async (path, access) =>
    (await mkdir(path, { recursive: true, ...(access ? { mode: OWNER_ONLY_FOLDER } : {}) })) ?? null,
  syncFolder,
}

/** A folder, with those above it, whose names survive a power cut. */
export const makeLastingFolder = async (path: string, files: Files, access?: 'owner'): Promise<void> => {
  const last = resolve(path)
  const first = await files.makeFolder(last, access)
  if (first === null) return
  for (let made = last; made.length >= first.length; made = dirname(made)) await files.syncFolder(dirname(made))
}
