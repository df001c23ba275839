/** Runs with a signal that Ctrl+C gives: whoever stops it finds whole files. */
export const interruptible = async <Result>(
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | 'stopped'> => {
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    return await work(stopping.signal)
  } catch (error) {
    if (stopping.signal.aborted) return 'stopped'
    throw error
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}
