import type { Words } from '../../../data/model/words.ts'

/** A file that cannot be read at all; `words` say why and what to do. */
export class FileRefusal extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.name = 'FileRefusal'
    this.words = words
  }
}

export const refuse = (id: string, en: string): never => {
  throw new FileRefusal({ id, en })
}
