import { createReadStream, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** Answers from a folder as a plain web server does: by path alone, a folder with its index, a query ignored. */
export const serveFolder = async (folder: string): Promise<{ readonly url: string; close(): void }> => {
  const server: Server = createServer((request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('?')
    const target = join(folder, decodeURIComponent(path))
    const found = statSync(target, { throwIfNoEntry: false })
    if (!found) return response.writeHead(404).end()
    if (found.isFile()) return createReadStream(target).pipe(response.writeHead(200))
    const index = join(target, 'index.html')
    if (!path.endsWith('/')) return response.writeHead(301, { Location: `${path}/${query ? `?${query}` : ''}` }).end()
    if (!statSync(index, { throwIfNoEntry: false })) return response.writeHead(404).end()
    return createReadStream(index).pipe(response.writeHead(200, { 'Content-Type': 'text/html' }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}
