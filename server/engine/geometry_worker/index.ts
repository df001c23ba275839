import type { DissolveJob } from './dissolve.ts'
import { createErrands, type ErrandsOptions, type Patience } from './errands.ts'
import { type Ask, askOf, type Dissolved, dissolvedOf, type Reply, transfersOf } from './messages.ts'
import { openThread } from './thread.ts'

export type { DissolveJob } from './dissolve.ts'
export type { Patience } from './errands.ts'
export type { Dissolved } from './messages.ts'

/** Polygon overlay in a thread of its own, so that no other request waits for it. */
export type GeometryWorker = {
  /**
   * One message for all the jobs, made when its turn comes; `take` gets their answers in order, even when whoever asked
   * has left. Rejects with a refusal in words after two seconds, on `signal`, when too much waits or the thread is lost.
   */
  dissolve(
    prepare: () => readonly DissolveJob[],
    take: (dissolved: readonly Dissolved[]) => void,
    patience?: Patience,
  ): Promise<void>
  close(): Promise<void>
}

const LIMIT_MS = 2_000
const ROOM = 64

export const createGeometryWorker = (options: Partial<ErrandsOptions> = {}): GeometryWorker => {
  const errands = createErrands<Ask, Reply>({
    open: openThread,
    limitMs: LIMIT_MS,
    room: ROOM,
    report: console.error,
    ...options,
  })
  return {
    dissolve: (prepare, take, patience) =>
      errands.run(
        {
          prepare: () => {
            const jobs = prepare()
            if (jobs.length === 0) return null
            const message = askOf(jobs)
            return { message, transfers: transfersOf([message.areas]) }
          },
          take: (reply) => {
            if ('fault' in reply) throw new Error(`Geometry: ${reply.fault}`)
            take(dissolvedOf(reply))
          },
        },
        patience,
      ),
    close: errands.close,
  }
}
