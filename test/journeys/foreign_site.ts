import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Another site, at an origin of its own, that answers every address with the page of that path. */
export const openForeignSite = async (pages: Readonly<Record<string, string>>) => {
  const server = createServer(({ url = '/' }, response) => {
    const page = pages[url.split('?')[0] ?? '/']
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(page ?? '')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    // Named, so that it is another host than the server's own.
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
