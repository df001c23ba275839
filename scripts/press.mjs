// Leaves a brotli copy at the hardest setting beside every built text file, so that no visitor waits for the pressing.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const FOLDER = resolve(import.meta.dirname, '../dist/web')
const TEXT = new Set(['.js', '.mjs', '.css', '.html', '.svg', '.json', '.webmanifest'])
const WORTH_PRESSING_BYTES = 1_000

const brotli = promisify(brotliCompress)
const files = (await readdir(FOLDER, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && TEXT.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name))

let before = 0
let after = 0
await Promise.all(
  files.map(async (file) => {
    const bytes = await readFile(file)
    if (bytes.length < WORTH_PRESSING_BYTES) return
    const pressed = await brotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    })
    before += bytes.length
    after += pressed.length
    await writeFile(`${file}.br`, pressed)
  }),
)
console.log(`Pressed ${(before / 1000).toFixed(0)} kB of the client to ${(after / 1000).toFixed(0)} kB.`)
