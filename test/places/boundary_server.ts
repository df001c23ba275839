import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Position } from 'geojson'
import type { Outline } from '../../server/places/outline.ts'
import { partsOf } from '../../server/places/plane.ts'

/** Outlines in the form of the public set: rows of code, name, lat, lng and nested rings of lat, lng. */
export const toSql = (outlines: readonly Outline[]): string => {
  const swap = (ring: Position[]) => ring.map(([lng, lat]) => [lat, lng])
  const rows = outlines.map(({ code, name, area }) => {
    const parts = partsOf(area).map((rings) => rings.map(swap))
    const path = JSON.stringify(area.type === 'Polygon' ? parts[0] : parts)
    return `\t('${code}','${name.replaceAll("'", "''")}',0,0,'${path}')`
  })
  return `INSERT INTO wilayah_boundaries(kode,nama,lat,lng,path) VALUES\n${rows.join(',\n')};\n`
}

export type Served = { readonly path: string; readonly range: string | undefined }

/** A file server with ETag and ranges; `answer` may take a request over by returning true. */
export const serveFiles = async (
  files: ReadonlyMap<string, string>,
  answer: (request: IncomingMessage, response: ServerResponse, body: Buffer) => boolean = () => false,
): Promise<{ url: string; served: Served[]; close: () => Promise<void> }> => {
  const served: Served[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const { range } = request.headers
    served.push({ path, range })
    const text = files.get(path)
    if (text === undefined) {
      response.writeHead(404).end()
      return
    }
    const body = Buffer.from(text)
    if (answer(request, response, body)) return
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0)
    const whole = { etag: `"${body.length}"`, 'content-length': body.length - from }
    if (from > 0 && request.headers['if-range'] === whole.etag)
      response.writeHead(206, { ...whole, 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` })
    else response.writeHead(200, { ...whole, 'content-length': body.length })
    response.end(response.statusCode === 206 ? body.subarray(from) : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    served,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Sends the beginning and hangs up, once that is on its way. */
export const breakOff = (response: ServerResponse, etag: string, body: Buffer, bytes: number): true => {
  response.writeHead(200, { etag, 'content-length': body.length })
  response.write(body.subarray(0, bytes), () => setTimeout(() => response.destroy(), 50))
  return true
}
