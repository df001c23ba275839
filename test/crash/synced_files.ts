import { dirname } from 'node:path'
import type { Files } from '../../server/journal/files.ts'
import { steppedFiles } from './stepped_files.ts'

/** The real file system, which counts what is synced and knows which contents and names a power cut would take. */
export const syncedFiles = () => {
  let syncs = 0
  const contents = new Set<string>()
  const names = new Set<string>()
  const files: Files = steppedFiles(
    () => {},
    (step) => {
      const { what, path } = step
      if (what === 'open' && step.how === 'new') names.add(path)
      if (what === 'folder') names.add(path)
      if (what === 'write') contents.add(path)
      if (what === 'rename') names.add(step.to)
      if (what === 'rename' || what === 'remove') for (const set of [contents, names]) set.delete(path)
      if (what === 'datasync') contents.delete(path)
      if (what === 'syncFolder') for (const name of names) if (dirname(name) === path) names.delete(name)
      if (what === 'datasync' || what === 'syncFolder') syncs += 1
    },
  )
  /** Locks need not outlive a power cut, and a draft is nothing yet. */
  const matters = (path: string): boolean => !/\.(lock|new)$/.test(path)
  return { files, count: () => syncs, unsynced: () => [...contents, ...names].filter(matters) }
}
