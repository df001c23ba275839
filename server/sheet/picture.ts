import type { CoverageAnswer } from '../../data/model/answers.ts'
import type { Annotation } from '../../data/model/story.ts'
import type { Language } from '../../data/model/words.ts'
import { DEFAULT_VIEW, parseView, type View } from '../../data/view/view.ts'
import { PALETTES, type PaletteName } from '../../styles/palette.ts'
import { answerCoverage } from '../routes/cover.ts'
import type { World } from '../world.ts'
import { annotate } from './annotations.ts'
import { createFrame, type Frame, fitBounds, refit } from './camera.ts'
import { creditStrip } from './credit.ts'
import type { Item, Page } from './display.ts'
import { drawMap } from './draw_map.ts'
import { createRoom } from './room.ts'
import { createSources } from './sources.ts'

export type PictureOptions = {
  readonly widthPx: number
  readonly heightPx: number
  readonly language?: Language
  readonly palette?: PaletteName
  /** Pixels of the picture for each CSS pixel: at 2 the same map is drawn twice as fine. */
  readonly scale?: number
  readonly annotations?: readonly Annotation[]
  /** A line at the foot with source, date, boundary status and whether sample data stands behind it; drawn unless false. */
  readonly credit?: boolean
}

const sourcesOf = new WeakMap<World, ReturnType<typeof createSources>>()

export const sourcesIn = (world: World): ReturnType<typeof createSources> => {
  const sources = sourcesOf.get(world) ?? createSources(world)
  sourcesOf.set(world, sources)
  return sources
}

/** What a drawing stands on: a view whose every word is known, and its answer. */
export type Scenery = { readonly view: View; readonly coverage: CoverageAnswer }

/** Organisations and themes that are no longer on record are left out, so that an old address still shows its map. */
export const sceneryOf = (world: World, given: View): Scenery => {
  const { everyone, geography, themes } = world
  const view: View = {
    ...given,
    region: geography.knows(given.region) ? given.region : DEFAULT_VIEW.region,
    theme: themes.some(({ id }) => id === given.theme) ? given.theme : DEFAULT_VIEW.theme,
    organisations: given.organisations.filter((id) => everyone.find('organisation', id) !== null),
  }
  const { region, theme, period, level, organisations, statuses } = view
  return {
    view,
    coverage: answerCoverage(world, { region, theme, period, level, organisation: organisations, status: statuses }),
  }
}

const MARGIN_SHARE = 0.05

/** The reader's camera, else all of the region. */
export const frameOf = ({ geography }: World, view: View, width: number, height: number): Frame => {
  const bounds = geography.boundsOf(view.region)
  const fitted = bounds && fitBounds(bounds, width, height, MARGIN_SHARE * Math.min(width, height))
  const camera = view.camera ? refit(view.camera, width, height) : fitted
  return createFrame(width, height, camera ?? { lng: 110, lat: -1, zoom: 5, bearing: 0 })
}

/** A view as a page of so many CSS pixels, and the classes that are on its map. */
export const drawPicture = async (
  world: World,
  scenery: Scenery,
  options: PictureOptions,
): Promise<{ readonly page: Page; readonly classes: ReadonlySet<string> }> => {
  const { scale = 1, annotations = [], credit = true } = options
  const [width, height] = [options.widthPx / scale, options.heightPx / scale]
  const palette = options.palette ?? 'light'
  const language = options.language ?? scenery.view.language
  const frame = frameOf(world, scenery.view, width, height)
  const room = createRoom()
  const foot = credit
    ? creditStrip(world, scenery.coverage, { width, height, language, palette: PALETTES[palette], room })
    : []
  const over = annotate(annotations, frame, PALETTES[palette], room)
  const map = await drawMap(world, { ...scenery, palette, frame, room, finestPx: 0.3 / scale }, sourcesIn(world))
  const items: readonly Item[] = [...map.items, ...over, ...foot]
  return { page: { width, height, items }, classes: map.classes }
}

export const picturePage = async (world: World, scenery: Scenery, options: PictureOptions): Promise<Page> =>
  (await drawPicture(world, scenery, options)).page

/** The map of a view as PNG: `search` is the search part of its address, and only what everyone may see is drawn. */
export const mapPicture = async (world: World, search: string, options: PictureOptions): Promise<Uint8Array> => {
  const scenery = sceneryOf(world, parseView(search).view)
  return world.press.png(await picturePage(world, scenery, options), options.scale ?? 1)
}
