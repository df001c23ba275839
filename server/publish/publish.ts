import type { World } from '../world.ts'
import { type FolderFigures, openFolder } from './folder.ts'
import { publicationOf } from './publication.ts'
import type { Packing } from './stories.ts'

export type PublishOptions = {
  readonly world: World
  readonly folder: string
  readonly url: string
  /** The built client, which holds the widget; without it the folder has none. */
  readonly webFolder: string | null
  /** What packs of stories are made of; without it the folder has none. */
  readonly packing: Packing | null
  readonly signal: AbortSignal
  /** Hears of each part how many files it has so far. */
  readonly told?: (part: string, files: number) => void
}

/** Writes everything that everyone may see into a folder; rejects when `signal` fires, leaving whole files behind. */
export const publish = async ({ folder, told, ...publication }: PublishOptions): Promise<FolderFigures> => {
  const { world, url, signal } = publication
  const { put, keep, finish, close } = await openFolder(folder)
  try {
    for (const { name, files } of publicationOf(publication)) {
      let count = 0
      for await (const { path, bytes, made } of files()) {
        signal.throwIfAborted()
        if (made === undefined || !(await keep(path, made))) await put(path, await bytes(), made)
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
