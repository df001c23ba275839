import { createRequire } from 'node:module'
import { dirname, relative } from 'node:path'

type Dataset = { readonly pointer: number; readonly info?: unknown }
type FilePath = { readonly local: string }
/** The part of gdal3.js that is used, as its sources have it. */
export type Gdal = {
  open(path: string, options?: readonly string[]): Promise<{ readonly datasets: readonly Dataset[] }>
  ogr2ogr(dataset: Dataset, options: readonly string[], name: string): Promise<FilePath>
  getFileBytes(path: FilePath): Promise<Uint8Array>
  close(dataset: Dataset): Promise<void>
  readonly Module: {
    readonly FS: {
      writeFile(path: string, bytes: Uint8Array): void
      unlink(path: string): void
      mount(system: object, options: { readonly root: string }, path: string): void
    }
    /** Folders of the disk; only what writes files mounts its own. */
    readonly NODEFS: {
      /** The number that GDAL is given for what the disk answered. */
      convertNodeCode(error: NodeJS.ErrnoException): number
    }
  }
}
type InitGdal = (options: {
  readonly path: string
  readonly logHandler: () => void
  readonly errorHandler: () => void
}) => Promise<Gdal>

export type GdalLayer = { readonly name: string; readonly features: number; readonly crs: string | null }

/** A file that GDAL has opened. */
export type GdalFile = {
  readonly driver: string
  readonly layers: readonly GdalLayer[]
  /** GeoJSON features of a layer, one a line, in degrees; `from` names their system where the file does not. */
  lines(layer: string, from: string | null): Promise<string>
  close(): Promise<void>
}

const require = createRequire(import.meta.url)

/**
 * GDAL in WebAssembly; a thread loads it once. It sees files in memory only: nothing of the disk is mounted here, so that a file
 * which points to another finds none. Its own parts lie beside its program, wherever this bundle does; it wants their place
 * relative to the working directory.
 */
export const loadGdal = (): Promise<Gdal> => {
  const init = require('gdal3.js/node.js') as InitGdal
  const folder = dirname(require.resolve('gdal3.js/dist/package/gdal3.node.js'))
  return init({ path: relative(process.cwd(), folder), logHandler: () => {}, errorHandler: () => {} })
}

type Told = {
  readonly driverShortName?: string
  readonly layers?: readonly {
    readonly name: string
    readonly featureCount: number
    readonly geometryFields?: readonly {
      readonly coordinateSystem?: {
        readonly wkt?: string
        readonly projjson?: { readonly id?: { readonly authority: string; readonly code: number | string } }
      }
    }[]
  }[]
}

type System = NonNullable<
  NonNullable<NonNullable<Told['layers']>[number]['geometryFields']>[number]['coordinateSystem']
>

/** `EPSG:32749`, or the name that the file gives its system. */
const crsOf = (system: System | undefined): string | null => {
  if (!system) return null
  const { id } = system.projjson ?? {}
  return id ? `${id.authority}:${id.code}` : (/^\w+\["([^"]+)"/.exec(system.wkt ?? '')?.[1] ?? null)
}

const DEGREES = 'EPSG:4326'
/** A tenth of a millimetre. */
const DECIMALS = 9

/** Opens the first of the files; the others lie beside it. Rejects where GDAL cannot. */
export const openInGdal = async (
  gdal: Gdal,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
  openOptions: readonly string[] = [],
): Promise<GdalFile> => {
  const { FS } = gdal.Module
  for (const [name, bytes] of files) FS.writeFile(`/input/${name}`, bytes)
  const { datasets } = await gdal.open(`/input/${files[0]![0]}`, openOptions)
  const dataset = datasets[0]!
  const told = (dataset.info ?? {}) as Told
  const layers = (told.layers ?? []).map(
    ({ name, featureCount, geometryFields }): GdalLayer => ({
      name,
      features: featureCount,
      crs: crsOf(geometryFields?.[0]?.coordinateSystem),
    }),
  )
  return {
    driver: told.driverShortName ?? '',
    layers,
    async lines(layer, from) {
      const own = layers.find(({ name }) => name === layer)?.crs ?? null
      const turned = from ? ['-s_srs', from, '-t_srs', DEGREES] : own ? ['-t_srs', DEGREES] : []
      const plain = [
        '-dim',
        'XY',
        '-nlt',
        'CONVERT_TO_LINEAR',
        '-lco',
        `COORDINATE_PRECISION=${DECIMALS}`,
        '-skipfailures',
      ]
      const written = await gdal.ogr2ogr(
        dataset,
        ['-f', 'GeoJSONSeq', ...turned, ...plain, '-lco', 'RS=NO'].concat(layer),
        'read',
      )
      const text = new TextDecoder().decode(await gdal.getFileBytes(written))
      FS.unlink(written.local)
      return text
    },
    close: () => gdal.close(dataset),
  }
}
