import { setFlagsFromString } from 'node:v8'

const LEAN = '--heap-growing-percent=50'
const USUAL = '--heap-growing-percent=0'
let atWork = 0

/**
 * While a file is taken in or put on record, the heap grows by half of what is in use instead of several times that:
 * twenty thousand features leave much behind that nobody needs a moment later.
 */
export const lean = async <T>(doing: () => Promise<T>): Promise<T> => {
  if (atWork === 0) setFlagsFromString(LEAN)
  atWork += 1
  try {
    return await doing()
  } finally {
    atWork -= 1
    if (atWork === 0) setFlagsFromString(USUAL)
  }
}
