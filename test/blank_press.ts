import type { Press } from '../server/sheet/press/index.ts'

const BLANK = new Uint8Array(8)

/** A press that prints nothing, for tests of the doors in front of it; sheets and slides are tested with the real one. */
export const blankPress: Press = { png: async () => BLANK, pdf: async () => BLANK, close: async () => {} }
