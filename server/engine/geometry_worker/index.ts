import type { Geometry } from 'geojson'
import type { ShapeAnswer, ShapeAsked } from '../../../data/model/shape.ts'
import type { FlatArea } from '../equal_area.ts'
import type { Inspection } from '../validity.ts'
import type { Cut, CutJob } from './cut.ts'
import { createErrands, type Errand, type ErrandsOptions, type Patience } from './errands.ts'
import { type Ask, askToCut, askToUnite, onlyArea, type Reply } from './messages.ts'
import { tooTangled } from './refusals.ts'
import { openThread } from './thread.ts'

export type { Cut, CutJob } from './cut.ts'
export type { Patience } from './errands.ts'

/**
 * Geometry in a thread of its own, so that no other request waits for it. What it cannot answer it refuses in words: after
 * two seconds, on `signal`, when too much waits or the thread is lost.
 */
export type GeometryWorker = {
  /** One message for all the jobs, made when its turn comes; `take` gets their answers in order, even when whoever asked has left. */
  cut(prepare: () => readonly CutJob[], take: (cuts: readonly Cut[]) => void, patience?: Patience): Promise<void>
  /** Polygons in metres of the plane as one area in lng, lat, as RFC 7946 wants it. */
  unite(polygons: FlatArea, patience?: Patience): Promise<FlatArea>
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
  /** One message whose sender waits for the answer. */
  const ask = async (
    prepare: Errand<Ask, Reply>['prepare'],
    patience: Patience | undefined,
    limit?: Errand<Ask, Reply>['limit'],
  ): Promise<Reply> => {
    const found: Reply[] = []
    await errands.run({ prepare, take: (reply) => found.push(reply), limit }, patience)
    return found[0]!
  }
  const askSmall = (message: Ask, patience: Patience | undefined): Promise<Reply> =>
    ask(() => ({ message, transfers: [] }), patience, { ms: INSPECT_LIMIT_MS, overrun: tooTangled })

  return {
    cut: (prepare, take, patience) =>
      errands.run(
        {
          prepare: () => {
            const jobs = prepare()
            return jobs.length === 0 ? null : askToCut(jobs)
          },
          take: (reply) => take(expect(reply, 'cut').cuts),
        },
        patience,
      ),
    unite: async (polygons, patience) =>
      onlyArea(expect(await ask(() => askToUnite(polygons), patience), 'unite').degrees),
    inspect: async (geometry, patience) =>
      expect(await askSmall({ kind: 'inspect', geometry }, patience), 'inspect').inspection,
    carve: async (asked, patience) => expect(await askSmall({ kind: 'carve', asked }, patience), 'carve').parts,
    ready: errands.ready,
    close: errands.close,
  }
}
