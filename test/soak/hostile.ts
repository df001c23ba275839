import { setTimeout as pause } from 'node:timers/promises'
import type { ImportAnswer } from '../../data/model/importing.ts'
import { HOSTILE_FILES } from '../hostile/files/index.ts'
import { runServer } from '../imports/running.ts'

/** What is asked of each file, and of the server over all of them. */
const [MOST_MS, MOST_MB] = [5_000, 512]

/** The whole corpus put to a real server, one file after the other; tells its memory and the slowest file. Resolves to the exit code. */
export const soakHostile = async (): Promise<number> => {
  const server = await runServer()
  try {
    const signedIn = await server.signIn('contoh-mitra-01')
    const headers = { ...signedIn, 'Content-Type': 'application/octet-stream', 'X-File-Name': 'berkas' }
    const statuses = new Set<number>()
    const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const response = await fetch(`${server.address}/api/imports${path}`, { ...init, headers })
      statuses.add(response.status)
      return response
    }
    server.forgetMost()
    const before = server.memoryMb()?.now ?? 0
    const taken: { readonly name: string; readonly ms: number; readonly mostMb: number }[] = []
    for (const { name, bytes } of HOSTILE_FILES) {
      const body = Uint8Array.from(bytes())
      const begun = performance.now()
      const answer = await ask('', { method: 'POST', body })
      if (answer.status !== 202) throw new Error(`${name} was not taken in: ${await answer.text()}`)
      const { id } = (await answer.json()) as ImportAnswer
      for (;;) {
        const { state } = (await (await ask(`/${id}`)).json()) as ImportAnswer
        if (state !== 'reading') break
        await pause(20)
      }
      taken.push({ name, ms: performance.now() - begun, mostMb: server.memoryMb()?.most ?? 0 })
      server.forgetMost()
      await ask(`/${id}`, { method: 'DELETE' })
    }
    const slowest = taken.reduce((worst, one) => (one.ms > worst.ms ? one : worst))
    const largest = taken.reduce((worst, one) => (one.mostMb > worst.mostMb ? one : worst))
    console.log(`${taken.length} files, statuses ${[...statuses].sort().join(', ')}`)
    console.log(`Slowest: ${slowest.name}, ${Math.round(slowest.ms)} ms`)
    console.log(
      `Memory: ${Math.round(before)} MB before, ${Math.round(largest.mostMb)} MB at most, over ${largest.name}`,
    )
    const isFine = slowest.ms < MOST_MS && largest.mostMb < MOST_MB && [...statuses].every((status) => status < 500)
    return isFine ? 0 : 1
  } finally {
    await server.close()
  }
}
