import { setTimeout as pause } from 'node:timers/promises'
import type { ImportAnswer } from '../../data/model/importing.ts'
import { manyFeatures } from './many.ts'
import type { runServer } from './running.ts'

type Running = Awaited<ReturnType<typeof runServer>>

/** Whose imports are sent. */
export const SENDER = 'contoh-mitra-01'

/** A partner's own hand on the imports of a running server. */
export const openSender = async (server: Running, features: number) => {
  const headers = await server.signIn(SENDER)
  const file = new TextEncoder().encode(JSON.stringify(manyFeatures(features)))
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${server.address}/api/imports${path}`, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
    })
  const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const response = await send(path, init)
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
  return {
    headers,
    send,
    ask,
    upload: () =>
      ask<ImportAnswer>('', { method: 'POST', body: file, headers: { 'X-File-Name': 'dua-puluh-ribu.geojson' } }),
    /** Everything that is seen of an import until it is read and judged, or as told. */
    follow: async (id: string, until = ({ state }: ImportAnswer) => state !== 'reading') => {
      const seen: ImportAnswer[] = []
      for (;;) {
        const answer = await ask<ImportAnswer>(`/${id}`)
        seen.push(answer)
        if (until(answer)) return { answer, seen }
        await pause(100)
      }
    },
  }
}
export type Sender = Awaited<ReturnType<typeof openSender>>
