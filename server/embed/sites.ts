import { join } from 'node:path'
import { z } from 'zod'
import { type EmbedSites, OPEN_TO_ALL } from '../../data/model/embed_sites.ts'
import { ConfigError } from '../config.ts'
import { readHomeJson } from '../home_json.ts'
import { type Files, nodeFiles } from '../journal/files.ts'
import { replaceFile } from '../journal/replace_file.ts'

/** Who may frame widgets, kept between starts. */
export type EmbedSiteBook = {
  now(): EmbedSites
  /** Resolves when the change is on disk. */
  change(change: (sites: EmbedSites) => EmbedSites): Promise<EmbedSites>
}

/** In the home. */
export const EMBED_SITES_FILE = 'embed_sites.json'

const kept = z.object({
  isOpen: z.boolean(),
  lists: z.array(z.object({ key: z.string(), name: z.string(), origins: z.array(z.string()) })),
})

const createBook = (first: EmbedSites, save: (sites: EmbedSites) => Promise<void>): EmbedSiteBook => {
  let sites = first
  let last: Promise<unknown> = Promise.resolve()
  return {
    now: () => sites,
    change(change) {
      // One after the other, so that two who save at once both count.
      const next = last.then(async () => {
        const changed = change(sites)
        await save(changed)
        sites = changed
        return changed
      })
      last = next.catch(() => undefined)
      return next
    },
  }
}

const NOT_READ = {
  id: `${EMBED_SITES_FILE} tidak dapat dipakai. Pulihkan dari cadangan, atau hapus: sejak itu setiap situs boleh menampilkan widget.`,
  en: `${EMBED_SITES_FILE} cannot be used. Restore it from a backup, or remove it: from then on every site may show widgets.`,
}

/** Throws ConfigError where the file cannot be used: a restriction must not vanish silently. */
export const openEmbedSites = async (home: string, files: Files = nodeFiles): Promise<EmbedSiteBook> => {
  const given = await readHomeJson(home, EMBED_SITES_FILE)
  const read = kept.safeParse(given === undefined ? OPEN_TO_ALL : given)
  if (!read.success) throw new ConfigError([NOT_READ])
  return createBook(read.data, (sites) =>
    replaceFile(join(home, EMBED_SITES_FILE), [`${JSON.stringify(sites, null, 2)}\n`], { files }),
  )
}

export const memoryEmbedSites = (first: EmbedSites = OPEN_TO_ALL): EmbedSiteBook => createBook(first, async () => {})
