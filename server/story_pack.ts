import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { ContextAnswer, CoverageAnswer } from '../data/model/answers.ts'
import type { StoryAnswer } from '../data/model/story_answer.ts'
import type { StoryPack } from '../data/model/story_pack.ts'
import { boxTiles } from '../data/model/tile_box.ts'
import { coverageAddress } from '../data/view/question.ts'
import { sidesOf } from '../data/view/scene.ts'
import type { View } from '../data/view/view.ts'
import { packedTiles } from './story_tiles.ts'

/** Asks this very server, as everyone: a path with its query. */
export type Ask = (path: string) => Response | Promise<Response>

/** What every pack carries, as the build left it. */
export type PackParts = { readonly player: string; readonly style: string; readonly worker: string }

export const readPackParts = async (folder: string): Promise<PackParts> => {
  const [player, style, worker] = await Promise.all(
    ['player.js', 'player.css', 'worker.js'].map((name) => readFile(join(folder, name), 'utf8')),
  )
  return { player: player!, style: style!, worker: worker! }
}

const press = promisify(gzip)
const PRESSED = { level: 9 } as const

const askJson = async <Answer>(ask: Ask, path: string): Promise<Answer | null> => {
  const response = await ask(path)
  return response.ok ? ((await response.json()) as Answer) : null
}

/** The views of all scenes, settled as the player settles them. */
const viewsOf = ({ story }: StoryAnswer, context: ContextAnswer): readonly View[] =>
  story.scenes.flatMap((scene) => {
    const { first, after } = sidesOf(scene, story, context)
    return [first.view, ...(after ? [after.view] : [])]
  })

const photosOf = async (ask: Ask, { story }: StoryAnswer): Promise<StoryPack['photos']> => {
  const ids = [...new Set(story.scenes.flatMap(({ picture }) => (picture ? [picture.photo] : [])))]
  const photos = await Promise.all(
    ids.map(async (id) => {
      const response = await ask(`/api/photos/${encodeURIComponent(id)}`)
      if (!response.ok) return []
      const bytes = Buffer.from(await response.arrayBuffer()).toString('base64')
      return [{ id, uri: `data:${response.headers.get('Content-Type')};base64,${bytes}` }]
    }),
  )
  return Object.fromEntries(photos.flat().map(({ id, uri }) => [id, uri]))
}

const record = async (ask: Ask, answer: StoryAnswer, context: ContextAnswer): Promise<StoryPack> => {
  const addresses = [...new Set(viewsOf(answer, context).map(coverageAddress))].sort()
  const coverages = await Promise.all(
    addresses.map(async (address) => {
      const coverage = await askJson<CoverageAnswer>(ask, address)
      return coverage ? [[address, coverage] as const] : []
    }),
  )
  return { answer, context, coverages: Object.fromEntries(coverages.flat()), photos: await photosOf(ask, answer) }
}

/** Nothing inside of a script may end it. */
const scriptText = (code: string): string => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
const jsonText = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c')
const words = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** Nothing comes from a network and nothing goes there; `blob:` and `data:` are inside of the file. */
const policy = (player: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(player).digest('base64')}'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    'connect-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

const htmlOf = (pack: StoryPack, boxes: ReadonlyMap<string, string>, { player, style, worker }: PackParts): string => {
  const { story, asOf } = pack.answer
  const script = scriptText(player)
  const tiles = [...boxes].map(
    ([tileset, box]) => `<script type="text/plain" id="pack-tiles-${tileset}">${box}</script>`,
  )
  return [
    `<!doctype html><html lang="${story.language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy(script)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="bentang-data" content="entry ${asOf.seq}, ${asOf.time}">`,
    `<title>${words(story.name)}</title><link rel="icon" href="data:,"><style>${style.replaceAll('</style', '<\\/style')}</style></head>`,
    '<body><div id="app"></div>',
    `<script type="application/json" id="pack-answers">${jsonText(pack)}</script>`,
    ...tiles,
    `<script type="text/plain" id="pack-worker">${scriptText(worker)}</script>`,
    `<script>${script}</script></body></html>`,
  ].join('\n')
}

/**
 * A whole story as one HTML file that plays without network or server: the player, the story as it was answered, and what
 * everyone may see of its scenes and the tiles around their cameras. The same data gives the same bytes.
 */
export const packAnswer = async (
  ask: Ask,
  parts: PackParts,
  answer: StoryAnswer,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const context = await askJson<ContextAnswer>(ask, '/api/context')
  if (!context) return null
  const [pack, tilesets] = await Promise.all([
    record(ask, answer, context),
    packedTiles(ask, viewsOf(answer, context), context),
  ])
  const boxes = await Promise.all(
    [...tilesets].map(async ([tileset, tiles]) => {
      const box = await press(boxTiles(tiles), PRESSED)
      return [tileset, box.toString('base64')] as const
    }),
  )
  return new TextEncoder().encode(htmlOf(pack, new Map(boxes), parts))
}

/** The pack of a story as everyone may see it; null where they may see none of that id. */
export const packStory = async (ask: Ask, parts: PackParts, id: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const answer = await askJson<StoryAnswer>(ask, `/api/stories/${encodeURIComponent(id)}`)
  return answer && packAnswer(ask, parts, answer)
}
