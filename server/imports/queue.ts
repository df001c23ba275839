/** Runs one thing after the other, in the order they come; one that fails stops none behind it. */
export const createQueue = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(doing: () => Promise<T>): Promise<T> => {
    const own = last.then(doing)
    last = own.catch(() => {})
    return own
  }
}
