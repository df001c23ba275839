import type { Geometry } from 'geojson'
import type { ShapeAnswer, ShapeAsked } from '../../../data/model/shape.ts'
import type { Inspection } from '../validity.ts'
import type { DissolveJob } from './dissolve.ts'
import { createErrands, type ErrandsOptions, type Patience } from './errands.ts'
import { type Ask, askOf, type Dissolved, dissolvedOf, type Reply, transfersOf } from './messages.ts'
import { tooTangled } from './refusals.ts'
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
  /** What is wrong with a geometry, before the engine is given it; rejects with a refusal of one that is too tangled. */
  inspect(geometry: Geometry, patience?: Patience): Promise<Inspection>
  /** An area split or with a hole; without parts where the line or hole cuts nothing. Rejects as `inspect` does. */
  carve(asked: ShapeAsked, patience?: Patience): Promise<ShapeAnswer['parts']>
  /** Resolves when the thread is open, so that no deadline counts its start. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** More than whoever asks waits: a busy machine is no reason to end the thread, what never ends is. */
const LIMIT_MS = 5_000
/** A little less than whoever asks waits, so that they hear why. */
const INSPECT_LIMIT_MS = 1_800
const ROOM = 64

const expect = <K extends Reply['kind']>(reply: Reply, kind: K): Extract<Reply, { readonly kind: K }> => {
  if (reply.kind === kind) return reply as Extract<Reply, { readonly kind: K }>
  throw new Error(`The geometry thread: ${reply.kind === 'fault' ? reply.fault : `${reply.kind} instead of ${kind}`}`)
}

export const createGeometryWorker = (options: Partial<ErrandsOptions> = {}): GeometryWorker => {
  const errands = createErrands<Ask, Reply>({
    open: openThread,
    limitMs: LIMIT_MS,
    room: ROOM,
    report: console.error,
    ...options,
  })
  /** One small message whose sender waits for the answer. */
  const ask = async (message: Ask, patience: Patience | undefined): Promise<Reply> => {
    const found: Reply[] = []
    await errands.run(
      {
        prepare: () => ({ message, transfers: [] }),
        take: (reply) => found.push(reply),
        limit: { ms: INSPECT_LIMIT_MS, overrun: tooTangled },
      },
      patience,
    )
    return found[0]!
  }
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
          take: (reply) => take(dissolvedOf(expect(reply, 'dissolve').answered)),
        },
        patience,
      ),
    inspect: async (geometry, patience) =>
      expect(await ask({ kind: 'inspect', geometry }, patience), 'inspect').inspection,
    carve: async (asked, patience) => expect(await ask({ kind: 'carve', asked }, patience), 'carve').parts,
    ready: errands.ready,
    close: errands.close,
  }
}
