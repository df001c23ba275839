import { basename } from 'node:path'
import { type Files, nodeFiles } from '../../server/journal/files.ts'

export type Step =
  | { readonly what: 'write'; readonly name: string; readonly end: number }
  | { readonly what: 'datasync' | 'truncate' | 'rename' | 'syncFolder'; readonly name: string }

export const fault = (code: string): Error => Object.assign(new Error(`${code}: tried on purpose`), { code })

/** The real file system without its fsyncs, for thousands of openings whose files nobody needs after a power cut. */
export const hastyFiles: Files = {
  ...nodeFiles,
  open: async (path, how) => ({ ...(await nodeFiles.open(path, how)), datasync: async () => {} }),
  syncFolder: async () => {},
}

/**
 * The real file system, which notes each step and fails when told to. `room`: bytes that still fit, after which a write
 * stops half-way as a full disk does. `broken`: what answers with EIO.
 */
export const faultyFiles = () => {
  const steps: Step[] = []
  const faults = { room: Number.POSITIVE_INFINITY, broken: new Set<Step['what']>() }
  const fail = (what: Step['what']): void => {
    if (faults.broken.has(what)) throw fault('EIO')
  }
  const files: Files = {
    ...nodeFiles,
    async open(path, how) {
      const file = await nodeFiles.open(path, how)
      const name = basename(path)
      return {
        ...file,
        async write(bytes, position) {
          fail('write')
          const fitting = bytes.subarray(0, Math.max(0, faults.room))
          await file.write(fitting, position)
          faults.room -= fitting.length
          if (fitting.length < bytes.length) throw fault('ENOSPC')
          steps.push({ what: 'write', name, end: position + bytes.length })
        },
        async datasync() {
          fail('datasync')
          await file.datasync()
          steps.push({ what: 'datasync', name })
        },
        async truncate(length) {
          fail('truncate')
          await file.truncate(length)
          steps.push({ what: 'truncate', name })
        },
      }
    },
    async rename(from, to) {
      await nodeFiles.rename(from, to)
      steps.push({ what: 'rename', name: basename(to) })
    },
    async syncFolder(path) {
      await nodeFiles.syncFolder(path)
      steps.push({ what: 'syncFolder', name: basename(path) })
    },
  }
  return { files, steps, faults }
}
