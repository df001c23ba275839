/** Origin and licence of what a layer shows, worded once. */
export const BOUNDARY_SOURCE = {
  license: 'MIT',
  attribution: 'Batas indikatif: cahyadsn/wilayah_boundaries, Kepmendagri 300.2.2-2430/2025',
} as const

export const GAZETTEER_SOURCE = {
  license: 'ODbL-1.0',
  attribution: 'Kode, nama, dan pulau: idn-area-data 3.1.2 (ODbL 1.0), menurut Kemendagri',
} as const

export const RECORD_SOURCE = {
  license: 'CC-BY-4.0',
  attribution: 'Catatan mitra dan perangkat daerah di Bentang; sumber pada tiap catatan',
} as const

export const ANALYSIS_SOURCE = {
  license: 'CC-BY-4.0',
  attribution: 'Dihitung Bentang dari target dan kegiatan yang tercatat',
} as const
