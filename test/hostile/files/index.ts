import { ARCHIVES } from './archives.ts'
import { BINARIES } from './binaries.ts'
import { BROKEN_GEOJSONS } from './broken_geojson.ts'
import { GEOJSONS } from './geojson.ts'
import type { Hostile } from './hostile.ts'
import { KMLS } from './kml.ts'
import { LARGE } from './large.ts'
import { LYING_ARCHIVES } from './lying_archives.ts'
import { MARKUP } from './markup.ts'
import { SHAPES } from './shapes.ts'
import { SYSTEM_FILES } from './systems.ts'
import { TABLES } from './tables.ts'
import { TEXTS } from './texts.ts'

export const HOSTILE_FILES: readonly Hostile[] = [
  ...TEXTS,
  ...TABLES,
  ...GEOJSONS,
  ...BROKEN_GEOJSONS,
  ...SHAPES,
  ...KMLS,
  ...ARCHIVES,
  ...BINARIES,
  ...LYING_ARCHIVES,
  ...MARKUP,
  ...LARGE,
  ...SYSTEM_FILES,
]
