import { dirname } from 'node:path'
import { type Files, nodeFiles } from './files.ts'

/**
 * Written beside, synced, then renamed, and the name synced: at every moment the old file or the new one is there whole, and after
 * it resolves the new one survives a power cut. What could not be written leaves nothing that takes room. Those who write the same
 * file at the same time each name a `draft` of their own.
 */
export const replaceFile = async (
  path: string,
  blocks: Iterable<Uint8Array | string>,
  { files = nodeFiles, draft = `${path}.new` }: { readonly files?: Files; readonly draft?: string } = {},
): Promise<void> => {
  const file = await files.open(draft, 'empty')
  try {
    let position = 0
    for (const block of blocks) {
      const bytes = typeof block === 'string' ? Buffer.from(block) : block
      await file.write(bytes, position)
      position += bytes.length
    }
    await file.datasync()
  } catch (error) {
    await file.close()
    await files.remove(draft).catch(() => {})
    throw error
  }
  await file.close()
  await files.rename(draft, path)
  await files.syncFolder(dirname(path))
}
