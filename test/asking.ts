import type { Engine, Question, UnitFinding } from '../server/engine/engine.ts'
import { createEngine } from '../server/engine/index.ts'
import * as world from './world.ts'

/** An engine that knows the places and organisations of the world, and the given records. */
export const engineWith = async (...records: world.Entered[]): Promise<Engine> => {
  const engine = await createEngine({ places: world.PLACES })
  engine.apply(world.enter(...world.ORGANISATIONS, ...records))
  return engine
}

/** Stunting in every village in 2026, unless asked otherwise. */
export const ask = (question: Partial<Question> = {}): Question => ({
  region: '99',
  theme: 'stunting',
  period: { from: 2026, to: 2026 },
  level: 'village',
  ...question,
})

export const findingIn = (engine: Engine, code: string, question: Partial<Question> = {}): UnitFinding =>
  engine.coverage(ask(question)).find((finding) => finding.code === code)!

export const verdictIn = (engine: Engine, code: string, question: Partial<Question> = {}): UnitFinding['verdict'] =>
  findingIn(engine, code, question).verdict
