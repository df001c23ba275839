/** What a file may be at most; larger ones are refused before anything is taken apart. */
export const LIMITS = {
  fileBytes: 20_000_000,
  inflatedBytes: 100_000_000,
  /** Directories count too. */
  zipEntries: 200,
  /** Inflated against stored, of the whole and of each part. */
  zipRatio: 100,
  features: 50_000,
  /** Of one shape, and of all in the file. */
  vertices: 200_000,
  positions: 2_000_000,
  columns: 200,
  cellCharacters: 10_000,
  jsonDepth: 32,
  xmlDepth: 64,
} as const

/** Parts this small are no bombs, however well they pack. */
export const HARMLESS_BYTES = 65_536

/** The thread gets this long and this much memory. */
export const THREAD = { limitMs: 30_000, heapMb: 512 } as const
