import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../journal/replace_file.ts'

/** When was last looked whether something has been kept long enough. */
export type RetentionMemory = {
  /** Null before the first time, and where it cannot be read. */
  load(): Promise<Date | null>
  save(looked: Date): Promise<void>
}

const kept = z.object({ schema: z.literal(1), looked: z.iso.datetime() })

/** `retention.json` in the private folder, beside the accounts. */
export const openRetentionMemory = (folder: string): RetentionMemory => {
  const path = join(folder, 'retention.json')
  return {
    load: () =>
      readFile(path, 'utf8').then(
        (text) => new Date(kept.parse(JSON.parse(text)).looked),
        () => null,
      ),
    save: (looked) => replaceFile(path, [`${JSON.stringify({ schema: 1, looked: looked.toISOString() })}\n`]),
  }
}
