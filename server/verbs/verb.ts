import type { Writable } from 'node:stream'
import type { Words } from '../../data/model/words.ts'
import type { Config } from '../config.ts'

/** What a verb may touch: the settings, and where to write. `out` is for what a program reads, `err` for people. */
export type Desk = {
  readonly config: Config
  /** A folder beside the project that may hold boundaries. */
  readonly sibling?: string | undefined
  /** The built client. */
  readonly webFolder?: string | undefined
  /** What the build left for packs of stories. */
  readonly packFolder?: string | undefined
  readonly out: Writable
  readonly err: Writable
}

export type Verb = {
  /** What may follow the name, as shown by `help`. */
  readonly takes: string
  readonly about: Words
  /** Resolves to the exit code: 0 done, 1 failed. Throws Misuse for words it does not know. */
  readonly run: (args: readonly string[], desk: Desk) => Promise<number>
}

/** The command line was not understood; exit code 2. */
export class Misuse extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.name = 'Misuse'
    this.words = words
  }
}

/** A sentence for the person at the terminal, Indonesian first. */
export const tell = ({ err }: Pick<Desk, 'err'>, { id, en }: Words): void => {
  err.write(id === en ? `${id}\n` : `${id}\n${en}\n`)
}
