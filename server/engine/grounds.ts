import type { Code } from '../../data/model/codes.ts'
import type { VerdictKind } from '../../data/model/verdict.ts'
import type { Question } from './engine.ts'
import type { FlatArea } from './equal_area.ts'
import type { CutJob, GeometryWorker } from './geometry_worker/index.ts'
import { createGroundMemo, type KnownGround } from './ground_memo.ts'
import { packArea, wound } from './packed.ts'
import type { UnitArea } from './shape.ts'

/** Everything that the ground behind one unit's verdict is cut from. Areas are valid. */
export type GroundUnit = {
  readonly code: Code
  /** Hectares of the whole unit, whatever part of it is wanted. */
  readonly unitHa: number
  /** The whole unit; a district may be its villages side by side. Empty for one that is known by a position only. */
  readonly unit: UnitArea
  /** It is one shape: where nothing has to be cut from it, nothing has to be computed. */
  readonly isSingle: boolean
  /**
   * Where area targets are due: their areas, in metres of the equal-area plane, which may reach beyond the unit; null where
   * all of it is wanted.
   */
  readonly within: readonly FlatArea[] | null
  /** One of the layers covers all of it. */
  readonly isServedWhole: boolean
  /** Names the shapes of `within`: where they change, this does. */
  readonly unitId: string
  readonly verdict: VerdictKind
  /** The areas of activities that count in the unit; they may reach beyond it. Points, lines and codes have none. */
  readonly layers: readonly {
    /** Names this shape and who works there: another revision has another id. */
    readonly id: string
    readonly organisations: readonly string[]
    /** Packed. */
    readonly area: Int32Array
  }[]
}

/** Units of a question that may have ground to show, in order of code. */
export type GroundSource = (question: Question) => Iterable<GroundUnit>

export type GroundKind = CutJob['kind']

export type UnitGround = {
  readonly code: Code
  readonly areaHa: number
  readonly unitHa: number
  /** Gap: who serves the rest of the unit. Overlap: whose areas meet. */
  readonly organisations: readonly string[]
  /** Packed, its rings as GeoJSON wants them. */
  readonly area: Int32Array
}

export type Grounds = {
  /** Rejects with a refusal in words after two seconds, or when `signal` fires; what was computed by then is kept. */
  grounds(question: Question, kind: GroundKind, signal?: AbortSignal): Promise<readonly UnitGround[]>
}

type Wanted = Pick<GroundUnit, 'code' | 'unitHa' | 'unit' | 'within' | 'layers'> & {
  readonly key: string
  /** The answer, where nothing has to be cut. */
  readonly uncut: KnownGround | null
}

const DEADLINE_MS = 2_000
/** About 50 ms of work for the thread: whoever asks next waits no longer than that. */
const BATCH_NUMBERS = 200_000

/** Where no partner works the department's own work closes nothing: all of the ground is the gap, as in the verdict. */
const layersFor = (unit: GroundUnit, kind: GroundKind): GroundUnit['layers'] | null => {
  const { verdict, layers, isServedWhole } = unit
  if (kind === 'gap') return verdict === 'gap' ? [] : verdict === 'partial' && !isServedWhole ? layers : null
  const isWorkedOn = verdict === 'overlap' || verdict === 'coordinated' || verdict === 'partial'
  const drawn = layers.filter(({ area }) => area[0]! > 0)
  return isWorkedOn && new Set(drawn.flatMap(({ organisations }) => organisations)).size > 1 ? drawn : null
}

/** Tells a unit from the same one redrawn: its size, how many rings it has, and where the first begins. */
const drawnAs = ({ unit, unitHa }: GroundUnit): string => {
  const rings = unit.flat()
  return `${unitHa} ${rings.length} ${rings[0]?.[0]} ${rings[0]?.[1]}`
}

const wantedOf = (unit: GroundUnit, kind: GroundKind): Wanted | null => {
  const layers = unit.unit.length === 0 ? null : layersFor(unit, kind)
  if (!layers) return null
  const sorted = [...layers].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const key = [kind, unit.code, drawnAs(unit), unit.unitId, ...sorted.map(({ id }) => id)].join(' ')
  const { code, unitHa, unit: whole, isSingle } = unit
  const within = kind === 'gap' ? unit.within : null
  const isUncut = kind === 'gap' && within === null && layers.length === 0 && isSingle
  const uncut = isUncut ? { areaHa: unitHa, organisations: [], area: packArea(wound(whole)) } : null
  return { code, unitHa, unit: whole, within, layers: sorted, key, uncut }
}

const numbersIn = (area: FlatArea | UnitArea): number =>
  area.reduce((sum, rings) => rings.reduce((inner, ring) => inner + ring.length, sum), 0)

const workOf = ({ unit, within, layers }: Wanted): number =>
  (within ?? []).reduce((sum, area) => sum + numbersIn(area), 0) +
  layers.reduce((sum, { area }) => sum + area.length, numbersIn(unit))

const batchesOf = (wanted: readonly Wanted[]): readonly (readonly Wanted[])[] => {
  const batches: Wanted[][] = []
  let numbers = Number.POSITIVE_INFINITY
  for (const one of wanted) {
    const own = workOf(one)
    if (numbers + own > BATCH_NUMBERS) {
      batches.push([])
      numbers = 0
    }
    batches.at(-1)!.push(one)
    numbers += own
  }
  return batches
}

const organisationsOf = ({ layers }: Wanted): string[] =>
  [...new Set(layers.flatMap(({ organisations }) => organisations))].sort()

const jobOf = (wanted: Wanted, kind: GroundKind): CutJob => {
  const all = organisationsOf(wanted)
  const layers = wanted.layers.map(({ organisations, area }) => ({
    organisations: organisations.map((one) => all.indexOf(one)),
    area,
  }))
  return { unit: packArea(wanted.unit), within: wanted.within, layers, kind }
}

export type GroundsOptions = {
  readonly source: GroundSource
  readonly worker: GeometryWorker
  readonly deadlineMs?: number
}

/** The ground behind the verdicts as polygons, each computed once for as long as its shapes stay the same. */
export const createGrounds = ({ source, worker, deadlineMs = DEADLINE_MS }: GroundsOptions): Grounds => {
  const memo = createGroundMemo()

  return {
    grounds: async (question, kind, signal) => {
      const wanted = [...source(question)].flatMap((unit) => wantedOf(unit, kind) ?? [])
      const found = new Map<string, KnownGround>()
      /** Asked again when a batch has its turn: those before it may have computed the same units. */
      const missing = (batch: readonly Wanted[]): readonly Wanted[] =>
        batch.filter(({ key, uncut }) => {
          const known = uncut ?? memo.find(key)
          if (known) found.set(key, known)
          return !known
        })
      const batches = batchesOf(missing(wanted))
      if (batches.length > 0) await worker.ready()
      const until = performance.now() + deadlineMs
      for (const batch of batches) {
        let asked: readonly Wanted[] = []
        await worker.cut(
          () => {
            asked = missing(batch)
            return asked.map((one) => jobOf(one, kind))
          },
          (cuts) => {
            for (const [at, { areaHa, organisations, area }] of cuts.entries()) {
              const one = asked[at]!
              const names = organisationsOf(one)
              const known = { areaHa, organisations: organisations.map((index) => names[index]!), area }
              memo.keep(one.key, known)
              found.set(one.key, known)
            }
          },
          { signal, deadlineMs: Math.max(0, until - performance.now()) },
        )
      }
      return wanted.flatMap(({ key, code, unitHa }) => {
        const known = found.get(key)
        return known && known.area[0]! > 0 ? [{ code, unitHa, ...known }] : []
      })
    },
  }
}
