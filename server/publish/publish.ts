import type { World } from '../world.ts'
import { type FolderFigures, openFolder } from './folder.ts'
import { publicationOf } from './publication.ts'

export type PublishOptions = {
  readonly world: World
  readonly folder: string
  readonly url: string
  readonly signal: AbortSignal
  /** Hears of each part how many files it has so far. */
  readonly told?: (part: string, files: number) => void
}

/** Writes everything that everyone may see into a folder; rejects when `signal` fires, leaving whole files behind. */
export const publish = async ({ world, folder, url, signal, told }: PublishOptions): Promise<FolderFigures> => {
  const { put, finish, close } = await openFolder(folder)
  try {
    for (const { name, files } of publicationOf({ world, url, signal })) {
      let count = 0
      for await (const { path, bytes } of files()) {
        signal.throwIfAborted()
        await put(path, bytes)
        count += 1
        told?.(name, count)
      }
    }
    const { kind, attribution } = world.boundaries
    return await finish({ url, data: world.everyone.asOf(), boundaries: `${kind}: ${attribution}` })
  } finally {
    await close()
  }
}
