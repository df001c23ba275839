import { join } from 'node:path'
import { z } from 'zod'
import { ConfigError } from '../config.ts'
import { readHomeJson } from '../home_json.ts'
import { replaceFile } from '../journal/replace_file.ts'
import { makePrivateFolder } from '../people/private_file.ts'

/** How far each receiver has come, by the name of the webhook: a cursor of the feed. */
export type WebhookMemory = {
  positionOf(name: string): string | null
  /** Resolves when it is on disk. */
  keep(name: string, position: string): Promise<void>
}

/** In the private folder. */
export const POSITIONS_FILE = 'webhooks.json'
const kept = z.object({ schema: z.literal(1), positions: z.record(z.string(), z.string()) })

const NOT_READ = {
  id: `private/${POSITIONS_FILE} tidak dapat dipakai. Pulihkan dari cadangan, atau hapus: penerima lalu diberi tahu apa yang berubah sejak mulai ulang.`,
  en: `private/${POSITIONS_FILE} cannot be used. Restore it from a backup, or remove it: receivers are then told what changes from the restart on.`,
}

/** Throws ConfigError where the file cannot be used. */
export const openWebhookMemory = async (folder: string): Promise<WebhookMemory> => {
  const given = await readHomeJson(folder, POSITIONS_FILE)
  const read = kept.safeParse(given === undefined ? { schema: 1, positions: {} } : given)
  if (!read.success) throw new ConfigError([NOT_READ])
  const positions = new Map(Object.entries(read.data.positions))
  let turn: Promise<void> = Promise.resolve()
  const save = async (): Promise<void> => {
    await makePrivateFolder(folder)
    const text = JSON.stringify({ schema: 1, positions: Object.fromEntries(positions) })
    await replaceFile(join(folder, POSITIONS_FILE), [`${text}\n`])
  }
  return {
    positionOf: (name) => positions.get(name) ?? null,
    keep: (name, position) => {
      positions.set(name, position)
      // One after the other: they write the same file.
      turn = turn.catch(() => {}).then(save)
      return turn
    },
  }
}
