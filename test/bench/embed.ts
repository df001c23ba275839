import autocannon from 'autocannon'

const VIEW = '?region=61.05&theme=stunting&period=2026'
const SECONDS = 6

/** Views of a widget a second at a running server or published folder: a view is its page and its answer. */
export const measureEmbed = async (base: string): Promise<void> => {
  const requests = [`/embed/${VIEW}`, '/embed/v1/61.05/stunting/2026/village.json'].map((path) => ({
    method: 'GET' as const,
    path,
    headers: { 'accept-encoding': 'gzip' },
  }))
  const result = await autocannon({ url: base, connections: 40, pipelining: 1, duration: SECONDS, requests })
  const { requests: asked, latency, errors, non2xx } = result
  console.table([{ viewsPerSecond: Math.round(asked.average / requests.length), p99Ms: latency.p99, errors, non2xx }])
}
