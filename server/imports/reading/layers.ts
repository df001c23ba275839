import type { ImportFormat } from '../../../data/model/importing.ts'
import { type Described, fileOf, type RawFeature } from './features.ts'
import { type GdalFile, type GdalLayer, openInGdal } from './gdal.ts'
import { tooMany } from './grid.ts'
import { LIMITS } from './limits.ts'
import { FileRefusal, refuse } from './refusal.ts'
import { ALL_LAYERS, type RawFile, type ReadChoices } from './table.ts'
import type { Tools } from './tools.ts'

type Named = readonly [name: string, bytes: Uint8Array]
/** A file for GDAL, with the driver that alone may read it. */
export type ForGdal = {
  readonly format: ImportFormat
  readonly driver: string
  readonly files: readonly Named[]
  readonly openOptions?: readonly string[]
  readonly known?: Partial<Described>
}

const BROKEN = new FileRefusal({
  id: 'Berkas peta ini rusak, terpotong, atau bukan jenis yang dikatakan namanya. Ekspor lagi datanya, lalu unggah ulang.',
  en: 'This map file is damaged, cut short, or not of the kind that its name says. Export the data again, then upload it.',
})

const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw error instanceof FileRefusal ? error : BROKEN
  }
}

const EPSG = /^EPSG:\d{4,6}$/
const asEpsg = (crs: string | undefined): string | null => (crs !== undefined && EPSG.test(crs) ? crs : null)

/** Points of a track come once more as a layer of their own, and twice is once too often. */
const isRepeated = (format: ImportFormat, { name }: GdalLayer): boolean => format === 'gpx' && name.endsWith('_points')

const featureOf = (line: string): RawFeature => {
  try {
    const { properties, geometry } = JSON.parse(line) as {
      properties: Record<string, unknown> | null
      geometry: unknown
    }
    return { properties: Object.entries(properties ?? {}), geometry }
  } catch {
    return { properties: [], geometry: undefined }
  }
}

const readLayer = async (file: GdalFile, layer: string, from: string | null): Promise<readonly RawFeature[]> =>
  (await file.lines(layer, from))
    .split('\n')
    .filter((line) => line !== '')
    .map(featureOf)

/** The layer that was chosen, the only one, or all of them with the layer's name as a column. */
const chosenLayers = (layers: readonly GdalLayer[], layer: string | undefined): readonly GdalLayer[] => {
  const chosen = layers.filter(({ name }) => name === layer)
  return chosen.length > 0 ? chosen : layers
}

const NO_LAYER = [
  'Berkas peta ini tidak berisi objek. Pilih berkas lain, atau ekspor lagi datanya.',
  'This map file holds nothing. Choose another, or export the data again.',
] as const

/** Features of a file in degrees, whatever system they were measured in. */
export const readLayers = (given: ForGdal, choices: ReadChoices, tools: Tools): Promise<RawFile> =>
  attempt(async () => {
    const { format, driver, files, openOptions, known } = given
    const file = await openInGdal(await tools.gdal(), files, openOptions)
    if (file.driver !== driver) throw BROKEN
    const layers = file.layers.filter((layer) => layer.features > 0 && !isRepeated(format, layer))
    if (layers.length === 0) return refuse(...NO_LAYER)
    const chosen = chosenLayers(layers, choices.layer)
    const count = chosen.reduce((sum, layer) => sum + layer.features, 0)
    if (count > LIMITS.features) refuse(...tooMany(count))
    const from = asEpsg(choices.crs)
    const features: RawFeature[] = []
    for (const { name } of chosen) {
      const read = await readLayer(file, name, from)
      const origin = chosen.length > 1 ? [['layer', name] as const] : []
      for (const { properties, geometry } of read) features.push({ properties: [...origin, ...properties], geometry })
    }
    await file.close()
    const described: Described = {
      format,
      layer: chosen.length > 1 ? ALL_LAYERS : chosen[0]!.name,
      layers: layers.map(({ name }) => name),
      mustChooseLayer: layers.length > 1 && choices.layer === undefined && format !== 'gpx',
      encoding: 'utf-8',
      encodings: [],
      separator: null,
      crs: from ?? chosen[0]!.crs,
      ...known,
    }
    return fileOf(features, described, await tools.sites())
  })
