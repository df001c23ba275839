import type { Engine } from '../engine.ts'

/** What an engine holds of its activities: columns, and where their sites lie. */
export type Holding = Pick<Engine, 'register' | 'sites'>
