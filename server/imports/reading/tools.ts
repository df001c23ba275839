import type { Gdal } from './gdal.ts'
import type { Sites } from './sites.ts'

/** What takes time to load and is loaded only for files that need it. */
export type Tools = { sites(): Promise<Sites>; gdal(): Promise<Gdal> }
