import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { FACES, fontOf } from '../fonts.ts'
import { writePdf } from '../write_pdf.ts'
import { writeSvg } from '../write_svg.ts'
import type { PressAsked, Pressed } from './messages.ts'

/* The thread itself: turning a drawing into pixels or pages takes tenths of a second, in which the server answers others. */

const require = createRequire(import.meta.url)

const ready = initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm'))).then(() => {
  FACES.forEach(fontOf)
  parentPort?.postMessage('ready')
})

const pngOf = ({ page, scale }: Extract<PressAsked, { readonly kind: 'png' }>): Uint8Array => {
  const resvg = new Resvg(writeSvg(page), {
    fitTo: { mode: 'zoom', value: scale * (page.enlargement ?? 1) },
    font: { loadSystemFonts: false },
  })
  const image = resvg.render()
  const png = image.asPng()
  image.free()
  resvg.free()
  return png
}

parentPort?.on('message', async (asked: PressAsked) => {
  await ready
  const tell = (reply: Pressed, transfers: ArrayBuffer[] = []) => parentPort?.postMessage(reply, transfers)
  try {
    const bytes = asked.kind === 'png' ? pngOf(asked) : await writePdf(asked.pages, asked.facts)
    tell({ kind: 'done', bytes })
  } catch (error) {
    // What breaks WebAssembly breaks its memory too: the thread ends and the next drawing gets a fresh one.
    if (error instanceof WebAssembly.RuntimeError) throw error
    tell({ kind: 'fault', fault: error instanceof Error ? error.message : String(error) })
  }
})
