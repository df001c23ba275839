import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Where metrics are told: an address of this machine, and a port that is not the one of the public. */
export type MetricsPlace = { readonly host: string; readonly port: number }

const OPEN_METRICS = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

/**
 * A listener of its own for `/metrics`. Behind a proxy every caller of the public port looks like this machine, so no address tells who
 * may see; a port that the proxy does not know is shut to everybody outside.
 */
export const listenForMetrics = async (
  { host, port }: MetricsPlace,
  text: () => string,
): Promise<{ readonly url: string; close(): void }> => {
  const server = createServer((request, response) => {
    const isKnown = request.url === '/metrics' && (request.method === 'GET' || request.method === 'HEAD')
    response.writeHead(isKnown ? 200 : 404, {
      'Content-Type': isKnown ? OPEN_METRICS : 'text/plain',
      'Cache-Control': 'no-store',
    })
    response.end(isKnown ? text() : 'The metrics are at /metrics.\n')
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, done)
  })
  const { address, port: opened } = server.address() as AddressInfo
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${opened}/metrics`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
