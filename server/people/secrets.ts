import { createHash, randomBytes } from 'node:crypto'

const SECRET_BYTES = 32
const ID_BYTES = 9

/** 256 bits that cannot be guessed, for an address, a cookie or a header. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

/** What is kept in place of a secret; secrets of 256 bits need no salt and no slow hash. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** An id that says nothing, such as `p-3nV0...` for a person. */
export const newId = (letter: 'p' | 's' | 't' | 'i'): string =>
  `${letter}-${randomBytes(ID_BYTES).toString('base64url')}`
