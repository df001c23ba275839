import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'

/** How somebody was answered; `status` 0 where the connection broke. */
export type Answered = { readonly kind: string; readonly status: number; readonly ms: number }

const REGIONS = ['61.05', '61.11', '62.02', '62.07']
const THEMES = ['stunting', 'restoration', 'clean_water', 'education']
const YEARS = [2024, 2025, 2026]
const FILTER = encodeURIComponent("status = 'ongoing' AND start >= DATE('2025-01-01')")

type Pick = <T>(from: readonly T[]) => T

/** What visitors look at, by kind; the map's own questions stand oftener. */
const LOOKS: Readonly<Record<string, (pick: Pick) => string>> = {
  coverage: (pick) => `/api/coverage?region=${pick(REGIONS)}&theme=${pick(THEMES)}&period=${pick(YEARS)}`,
  'coverage again': () => '/api/coverage?region=61.05&theme=stunting&period=2026',
  'tile of verdicts': (pick) => `/tiles/villages/9/${pick([413, 414, 415])}/${pick([254, 255, 256])}`,
  'tile of gaps': (pick) => `/tiles/gaps/9/414/${pick([254, 255, 256])}?theme=stunting&period=${pick(YEARS)}`,
  'tile of activities': (pick) => `/tiles/activities/${pick(['6/51/32', '9/414/255', '12/3316/2047'])}`,
  features: () => '/api/features/activities?bbox=111.3,-0.2,111.8,0.3&limit=500',
  gaps: (pick) => `/api/gaps.csv?region=${pick(REGIONS)}&theme=${pick(THEMES)}&period=2026`,
  search: (pick) => `/api/search?q=${pick(['karimata', 'nanga', 'sungai', 'mitra'])}`,
  dashboard: (pick) => `/api/dashboard?region=${pick(REGIONS)}&period=2026`,
  'OGC, filtered': () => `/ogc/collections/activities/items?limit=50&filter=${FILTER}`,
  page: (pick) => pick(['/', '/data/villages', '/embed?region=61.05&theme=stunting&period=2026']),
  context: () => '/api/context',
}
export const KINDS_OF_LOOKS = Object.keys(LOOKS)

/** Asks, reads the whole answer, and tells how long that took. */
export const timed = async (kind: string, ask: () => Promise<Response>): Promise<Answered> => {
  const begun = performance.now()
  const status = await ask()
    .then(async (response) => {
      await response.arrayBuffer()
      return response.status
    })
    .catch(() => 0)
  return { kind, status, ms: performance.now() - begun }
}

/** One visitor who looks, thinks for the mean time given, and looks again, until the signal. */
export const visit = async (
  address: string,
  {
    thinkMs,
    random,
    tell,
    over,
  }: {
    readonly thinkMs: number
    readonly random: () => number
    readonly tell: (answered: Answered) => void
    readonly over: AbortSignal
  },
): Promise<void> => {
  const pick: Pick = (from) => from[Math.floor(random() * from.length)]!
  await pause(random() * thinkMs)
  while (!over.aborted) {
    const kind = pick(KINDS_OF_LOOKS)
    tell(await timed(kind, () => fetch(`${address}${LOOKS[kind]!(pick)}`)))
    await pause(thinkMs * (0.5 + random()))
  }
}
