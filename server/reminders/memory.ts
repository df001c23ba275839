import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf } from '../journal/files.ts'
import { replaceFile } from '../journal/replace_file.ts'
import { makePrivateFolder } from '../people/private_file.ts'

/** When each person was last reminded, by their id: ISO, UTC. */
export type Reminded = ReadonlyMap<string, string>

/** Outlives a restart, so that nobody is reminded twice. */
export type ReminderMemory = {
  /** Throws where the file cannot be read: then it is better to remind nobody. */
  load(): Promise<Reminded>
  save(reminded: Reminded): Promise<void>
}

/** In the private folder, beside the accounts. */
export const REMINDERS_FILE = 'reminders.json'

const kept = z.object({ schema: z.literal(1), reminded: z.record(z.string(), z.string()) })

export const openReminderMemory = (folder: string): ReminderMemory => ({
  async load() {
    try {
      const text = await readFile(join(folder, REMINDERS_FILE), 'utf8')
      return new Map(Object.entries(kept.parse(JSON.parse(text)).reminded))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return new Map()
      throw error
    }
  },
  async save(reminded) {
    await makePrivateFolder(folder)
    const text = JSON.stringify({ schema: 1, reminded: Object.fromEntries(reminded) } satisfies z.infer<typeof kept>)
    await replaceFile(join(folder, REMINDERS_FILE), [`${text}\n`])
  },
})
