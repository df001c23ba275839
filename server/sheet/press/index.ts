import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { createErrands, type Patience } from '../../engine/geometry_worker/errands.ts'
import { Refusal } from '../../problems.ts'
import type { Page } from '../display.ts'
import type { DocumentFacts } from '../write_pdf.ts'
import type { PressAsked, Pressed } from './messages.ts'

/** Turns drawings into pictures and documents, in a thread of its own. */
export type Press = {
  /** `scale`: pixels of the picture for each CSS pixel of the page. */
  png(page: Page, scale: number, patience?: Patience): Promise<Uint8Array>
  pdf(pages: readonly Page[], facts: DocumentFacts, patience?: Patience): Promise<Uint8Array>
  close(): Promise<void>
}

/** Beside the server, above it where the bundler put this file into a chunk, or as the tests' setup builds it. */
const PLACES = ['./press_worker.js', '../press_worker.js', '../../../dist/worker/press_worker.js']

const findFile = (): URL => {
  const found = PLACES.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(url))
  if (!found) throw new Error('press_worker.js is missing beside the server. Run npm run build, then start again.')
  return found
}

/** The largest sheet at its finest takes seconds, on a busy machine many; what takes longer hangs. */
const LIMIT_MS = 60_000
const DEADLINE_MS = 90_000
/** Drawings that may wait. */
const ROOM = 24

const tooSlow = (): Refusal =>
  new Refusal(
    'too-slow',
    {
      id: 'Menggambar lembar ini terlalu lama. Perkecil kertas atau kurangi lapisannya, lalu coba lagi.',
      en: 'Drawing this sheet took too long. Choose smaller paper or fewer layers, then try again.',
    },
    { 'Retry-After': '10' },
  )

export const createPress = ({ report }: { readonly report: (error: unknown) => void }): Press => {
  const errands = createErrands<PressAsked, Pressed>({
    open: () => new Worker(findFile(), { name: 'press', execArgv: [] }),
    limitMs: LIMIT_MS,
    room: ROOM,
    report,
  })
  const ask = async (message: PressAsked, patience: Patience = {}): Promise<Uint8Array> => {
    const found: Pressed[] = []
    await errands.run(
      {
        prepare: () => ({ message, transfers: [] }),
        take: (reply) => found.push(reply),
        limit: { ms: LIMIT_MS, overrun: tooSlow },
      },
      { deadlineMs: DEADLINE_MS, ...patience },
    )
    const reply = found[0]!
    if (reply.kind === 'fault') throw new Error(`The press: ${reply.fault}`)
    return reply.bytes
  }
  return {
    png: (page, scale, patience) => ask({ kind: 'png', page, scale }, patience),
    pdf: (pages, facts, patience) => ask({ kind: 'pdf', pages, facts }, patience),
    close: errands.close,
  }
}
