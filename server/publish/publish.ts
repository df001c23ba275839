import type { World } from '../world.ts'
import { type FolderFigures, openFolder } from './folder.ts'
import { type PublishedFile, publicationOf } from './publication.ts'
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

/** Drawing is shared with the press, a thread of its own: one file is drawn while another is pressed. */
const DRAWN_AT_ONCE = 3

/** One file after the other, but for those that are drawn. Rejects with the first fault once nothing is under way. */
const inTurn = async (
  files: AsyncIterable<PublishedFile>,
  signal: AbortSignal,
  write: (file: PublishedFile) => Promise<void>,
): Promise<void> => {
  const underWay: Promise<void>[] = []
  try {
    for await (const file of files) {
      signal.throwIfAborted()
      const writing = write(file)
      writing.catch(() => {})
      underWay.push(writing)
      while (underWay.length >= (file.made === undefined ? 1 : DRAWN_AT_ONCE)) await underWay.shift()
    }
    await Promise.all(underWay)
  } finally {
    await Promise.allSettled(underWay)
  }
}

/** Writes everything that everyone may see into a folder; rejects when `signal` fires, leaving whole files behind. */
export const publish = async ({ folder, told, ...publication }: PublishOptions): Promise<FolderFigures> => {
  const { world, url, signal } = publication
  const { put, keep, finish, close } = await openFolder(folder)
  try {
    for (const { name, files } of publicationOf(publication)) {
      let count = 0
      await inTurn(files(), signal, async ({ path, bytes, made }) => {
        if (made === undefined || !(await keep(path, made))) await put(path, await bytes(), made)
        count += 1
        told?.(name, count)
      })
    }
    const { kind, attribution } = world.boundaries
    return await finish({ url, data: world.everyone.asOf(), boundaries: `${kind}: ${attribution}` })
  } finally {
    await close()
  }
}
