import { monitorEventLoopDelay } from 'node:perf_hooks'
import { VERSION } from '../version.ts'
import type { Answered, Watch } from './requests.ts'

/** What stands at this moment, in the units of the names that it is told under. */
export type Reading = {
  readonly journalSeq: number
  /** Entries that the tables have not taken in yet. */
  readonly projectionLag: number
  /** Changes that wait for the disk. */
  readonly commitsWaiting: number
  readonly exportsUnderWay: number
  /** Reasons that `/healthz` gives. */
  readonly reasons: number
  /** Of a server that follows another. */
  readonly replicationLag?: number
}

export type Metrics = Watch & {
  /** OpenMetrics 1.0 text. */
  text(reading: Reading): string
  close(): void
}

/** Seconds; a map moves within the first, a report and an export take the last. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

type Histogram = { readonly counts: number[]; sum: number; count: number }

const gauge = (name: string, help: string, value: number, unit = ''): string =>
  `# TYPE ${name} gauge\n${unit ? `# UNIT ${name} ${unit}\n` : ''}# HELP ${name} ${help}\n${name} ${value}\n`

const histogramLines = (labels: string, { counts, sum, count }: Histogram): string => {
  const name = 'bentang_http_request_duration_seconds'
  let below = 0
  const buckets = BOUNDS.map((bound, at) => {
    below += counts[at]!
    return `${name}_bucket{${labels},le="${bound}"} ${below}\n`
  })
  return `${buckets.join('')}${name}_bucket{${labels},le="+Inf"} ${count}\n${name}_count{${labels}} ${count}\n${name}_sum{${labels}} ${sum.toFixed(6)}\n`
}

/** Labels are few by construction: routes of the table of rights, seven methods, five classes. */
export const createMetrics = (startedMs: number): Metrics => {
  const histograms = new Map<string, Histogram>()
  const open = new Map<string, number>()
  let aborted = 0
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  const add = ({ route, method, status, ms, isWhole }: Answered): void => {
    const labels = `route="${route}",method="${method}",status="${Math.floor(status / 100)}xx"`
    const histogram = histograms.get(labels) ?? { counts: BOUNDS.map(() => 0), sum: 0, count: 0 }
    const bucket = BOUNDS.findIndex((bound) => ms / 1000 <= bound)
    if (bucket >= 0) histogram.counts[bucket]! += 1
    histogram.sum += ms / 1000
    histogram.count += 1
    histograms.set(labels, histogram)
    if (!isWhole) aborted += 1
  }

  const openLines = (): string => {
    const name = 'bentang_http_requests_open'
    const lines = [...open].map(([route, count]) => `${name}{route="${route}"} ${count}\n`)
    return `# TYPE ${name} gauge\n# HELP ${name} Requests and streams that are being answered.\n${lines.join('')}`
  }

  const loopLines = (): string => {
    const quantiles = { '0.5': delay.percentile(50), '0.99': delay.percentile(99), '1': delay.max }
    const name = 'bentang_event_loop_delay_seconds'
    const lines = Object.entries(quantiles).map(([q, ns]) => `${name}{quantile="${q}"} ${(ns / 1e9).toFixed(6)}\n`)
    delay.reset()
    return `# TYPE ${name} gauge\n# UNIT ${name} seconds\n# HELP ${name} Since it was last asked.\n${lines.join('')}`
  }

  return {
    opened: (route) => void open.set(route, (open.get(route) ?? 0) + 1),
    answered(answer) {
      open.set(answer.route, open.get(answer.route)! - 1)
      add(answer)
    },
    text(reading) {
      const { rss, heapUsed } = process.memoryUsage()
      const duration = 'bentang_http_request_duration_seconds'
      return [
        `# TYPE bentang_build info\n# HELP bentang_build The program.\nbentang_build_info{version="${VERSION}",node="${process.versions.node}"} 1\n`,
        gauge('bentang_start_time_seconds', 'When it started.', Math.round(startedMs / 1000), 'seconds'),
        `# TYPE ${duration} histogram\n# UNIT ${duration} seconds\n# HELP ${duration} From the request to the last byte of its answer.\n`,
        ...[...histograms].map(([labels, histogram]) => histogramLines(labels, histogram)),
        `# TYPE bentang_http_aborted counter\n# HELP bentang_http_aborted Answers that did not reach their end.\nbentang_http_aborted_total ${aborted}\n`,
        openLines(),
        gauge('bentang_journal_entries', 'The last entry of the journal.', reading.journalSeq),
        gauge('bentang_projection_lag_entries', 'Entries that the tables lack.', reading.projectionLag),
        gauge('bentang_commits_waiting', 'Changes that wait for the disk.', reading.commitsWaiting),
        gauge('bentang_exports_open', 'Files for download that are being made or read.', reading.exportsUnderWay),
        gauge('bentang_health_reasons', 'Reasons that /healthz gives; 0 while all is well.', reading.reasons),
        reading.replicationLag === undefined
          ? ''
          : gauge('bentang_replication_lag_entries', 'Entries behind the writer.', reading.replicationLag),
        gauge('bentang_memory_resident_bytes', 'Memory of the process.', rss, 'bytes'),
        gauge('bentang_memory_heap_bytes', 'Of that, what JavaScript uses.', heapUsed, 'bytes'),
        loopLines(),
        '# EOF\n',
      ].join('')
    },
    close: () => void delay.disable(),
  }
}
