import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf } from '../journal/files.ts'
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

export const openWebhookMemory = async (folder: string): Promise<WebhookMemory> => {
  const text = await readFile(join(folder, POSITIONS_FILE), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  const positions = new Map(text === null ? [] : Object.entries(kept.parse(JSON.parse(text)).positions))
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
