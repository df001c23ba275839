import type { Regency } from '../../data/source/regencies.ts'
import { fingerprintOf, type Outline, tidyArea } from '../../server/places/outline.ts'

const square = (code: string, name: string, west: number, south: number, size = 0.1): Outline => {
  const [east, north] = [west + size, south + size]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { code, name, area: tidyArea([[ring]])! }
}

/** Four villages of Sintang and two of Kapuas Hulu as squares of about 12,300 ha, with their official names. */
export const SINTANG: readonly Outline[] = [
  square('61.05.01.1001', 'Ladang', 111, 0),
  square('61.05.01.1002', 'Kapuas Kanan Hulu', 111.1, 0),
  square('61.05.02.2001', 'Nanga Tempunak', 111, 0.1),
  square('61.05.02.2002', 'Another name', 111.1, 0.1),
]
export const KAPUAS_HULU: readonly Outline[] = [
  square('61.06.01.2001', 'x', 112, 0.8),
  square('61.06.01.2002', 'x', 112.1, 0.8),
]
export const AROUND: readonly Outline[] = [
  square('61.05', 'Kabupaten Sintang', 111, 0, 0.2),
  square('61.10', 'Kabupaten Melawi', 111.2, 0, 0.5),
]

const COMMIT = 'f'.repeat(40)

/** Sintang alone, pinned to the squares. */
export const PINNED: readonly Regency[] = [
  { code: '61.05', boundaries: { commit: COMMIT, sha256: fingerprintOf(SINTANG) } },
]
export const SINTANG_PATH = `/${COMMIT}/db/kel/61/wilayah_boundaries_kel_61.05.sql`
