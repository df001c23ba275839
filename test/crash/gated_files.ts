import { type Files, nodeFiles } from '../../server/journal/files.ts'

/** The real file system, on which nothing is written while the gate is shut: a disk as slow as one likes. */
export const gatedFiles = () => {
  let gate = Promise.resolve()
  let open = (): void => {}
  const files: Files = {
    ...nodeFiles,
    async open(path, how) {
      const file = await nodeFiles.open(path, how)
      return {
        ...file,
        write: (bytes, position) => gate.then(() => file.write(bytes, position)),
        datasync: () => gate.then(file.datasync),
      }
    },
    syncFolder: (path) => gate.then(() => nodeFiles.syncFolder(path)),
  }
  return {
    files,
    shut(): void {
      gate = new Promise((done) => {
        open = done
      })
    },
    open: () => open(),
  }
}
