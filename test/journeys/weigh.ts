import type { Request } from '@playwright/test'

/** Bytes of an answer as they crossed the wire, headers included; of a worker's file the browser tells only the length. */
export const weigh = async (request: Request): Promise<number> => {
  const { responseBodySize, responseHeadersSize } = await request.sizes()
  const length = Number((await request.response())?.headers()['content-length'] ?? 0)
  return (responseBodySize || length) + responseHeadersSize
}
