import { type Files, nodeFiles } from '../../server/journal/files.ts'

/** A call of the layer under everything that must last, about to happen. */
export type Step =
  | { readonly what: 'open'; readonly path: string; readonly how: 'keep' | 'empty' | 'new' }
  | {
      readonly what: 'half' | 'write' | 'datasync' | 'truncate' | 'remove' | 'folder' | 'syncFolder'
      readonly path: string
    }
  | { readonly what: 'rename'; readonly path: string; readonly to: string }

/** The real file system, which says before each call that changes something what it is, half-way through a write again, and after what was done. */
export const steppedFiles = (before: (step: Step) => void, after: (step: Step) => void = () => {}): Files => {
  const through = async <T>(step: Step, work: () => Promise<T>): Promise<T> => {
    before(step)
    const result = await work()
    after(step)
    return result
  }
  return {
    ...nodeFiles,
    async open(path, how) {
      if (how === 'read') return nodeFiles.open(path, how)
      const file = await through({ what: 'open', path, how }, () => nodeFiles.open(path, how))
      return {
        ...file,
        write: (bytes, position) =>
          through({ what: 'write', path }, async () => {
            const half = bytes.length >> 1
            await file.write(bytes.subarray(0, half), position)
            before({ what: 'half', path })
            await file.write(bytes.subarray(half), position + half)
          }),
        datasync: () => through({ what: 'datasync', path }, file.datasync),
        truncate: (length) => through({ what: 'truncate', path }, () => file.truncate(length)),
      }
    },
    rename: (path, to) => through({ what: 'rename', path, to }, () => nodeFiles.rename(path, to)),
    remove: (path) => through({ what: 'remove', path }, () => nodeFiles.remove(path)),
    async makeFolder(path, access) {
      before({ what: 'folder', path })
      const first = await nodeFiles.makeFolder(path, access)
      if (first !== null) after({ what: 'folder', path })
      return first
    },
    syncFolder: (path) => through({ what: 'syncFolder', path }, () => nodeFiles.syncFolder(path)),
  }
}
