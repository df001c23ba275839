const HOUR_MS = 3_600_000

type Daily = {
  readonly now: () => Date
  readonly work: () => Promise<unknown>
  readonly report: (error: unknown) => void
  /** Aborted when the server stops. */
  readonly signal: AbortSignal
  readonly tickMs?: number
}

/** Works now and once on each new day (UTC: at seven in the morning in Pontianak), never twice at a time. */
export const daily = ({ now, work, report, signal, tickMs = HOUR_MS }: Daily): void => {
  let last = ''
  let isBusy = false
  const tick = async (): Promise<void> => {
    const today = now().toISOString().slice(0, 10)
    if (isBusy || today === last) return
    last = today
    isBusy = true
    await work().catch(report)
    isBusy = false
  }
  const timer = setInterval(() => void tick(), tickMs)
  timer.unref()
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
  void tick()
}
