import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { FolderRefusal } from '../publish/folder.ts'
import { publish } from '../publish/publish.ts'
import type { Packing } from '../publish/stories.ts'
import { readPackParts } from '../story_pack.ts'
import { openPhotoShelf } from '../work/photos/shelf.ts'
import { interruptible } from './interruptible.ts'
import { progressOf } from './progress.ts'
import { openPublicWorld } from './public_world.ts'
import { type Desk, Misuse, tell, type Verb } from './verb.ts'

const readArgs = (args: readonly string[], { config }: Desk): { readonly folder: string; readonly url: string } => {
  const misuse = new Misuse({
    id: 'Sebutkan satu folder dan, bila perlu, alamat situsnya: publish out/ --url https://peta.example.go.id',
    en: 'Name one folder and, where needed, the address of its site: publish out/ --url https://map.example.org',
  })
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { url: { type: 'string' } },
      allowPositionals: true,
    })
    const [folder, ...more] = positionals
    const url = new URL(values.url ?? config.url)
    // Links are written from the root of a site, as the addresses of widgets are.
    if (!folder || more.length > 0 || !/^https?:$/.test(url.protocol) || url.pathname !== '/') throw misuse
    return { folder: resolve(folder), url: url.origin }
  } catch {
    throw misuse
  }
}

const packingOf = async ({ packFolder, config }: Desk): Promise<Packing | null> =>
  packFolder && existsSync(packFolder)
    ? { parts: await readPackParts(packFolder), photos: openPhotoShelf(resolve(config.home, 'uploads')) }
    : null

export const publishVerb: Verb = {
  takes: 'FOLDER [--url URL]',
  about: {
    id: 'Menulis semua yang boleh dilihat umum sebagai situs statis: halaman, unduhan, widget, cerita. Server boleh sedang berjalan.',
    en: 'Writes everything that is public as a static site: pages, downloads, widgets, stories. The server may be running.',
  },
  async run(args, desk) {
    const { folder, url } = readArgs(args, desk)
    const started = performance.now()
    const packing = await packingOf(desk)
    const world = await openPublicWorld(desk)
    if (world === null) return 1
    try {
      const figures = await interruptible((signal) =>
        publish({ world, folder, url, webFolder: desk.webFolder ?? null, packing, signal, told: progressOf(desk) }),
      )
      if (figures === 'stopped') {
        tell(desk, {
          id: 'Dihentikan. Yang sudah ditulis utuh; jalankan lagi untuk menyelesaikan.',
          en: 'Stopped. What was written is whole; run it again to finish.',
        })
        return 1
      }
      const { files, bytes, written, removed } = figures
      const [megabytes, seconds] = [(bytes / 1e6).toFixed(1), ((performance.now() - started) / 1000).toFixed(1)]
      tell(desk, {
        id: `${files} berkas (${megabytes} MB) di ${folder}, entri ${world.everyone.asOf().seq}: ${written} ditulis, ${removed} dihapus, ${seconds} detik.`,
        en: `${files} files (${megabytes} MB) in ${folder}, entry ${world.everyone.asOf().seq}: ${written} written, ${removed} removed, ${seconds} seconds.`,
      })
      return 0
    } catch (error) {
      if (!(error instanceof FolderRefusal)) throw error
      tell(desk, error.words)
      return 1
    } finally {
      world.close()
    }
  },
}
