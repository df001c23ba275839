import type { Language } from '../../data/model/words.ts'

/** What the map itself says; the shell has its own texts. */
export type MapText = {
  readonly name: string
  readonly instructions: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly north: (bearing: number) => string
  readonly northLetter: string
  readonly fit: (region: string) => string
  readonly pointer: string
  readonly scale: string
  readonly unavailable: string
  readonly trouble: string
}

export const MAP_TEXT: { readonly [L in Language]: MapText } = {
  id: {
    name: 'Peta putusan per wilayah',
    instructions:
      'Panah menggeser peta, tombol tambah dan kurang mengubah skala. Tabel berisi jawaban yang sama dengan peta.',
    zoomIn: 'Perbesar peta',
    zoomOut: 'Perkecil peta',
    north: (bearing) => (bearing === 0 ? 'Utara di atas' : `Peta diputar ${bearing}°; kembalikan utara ke atas`),
    northLetter: 'U',
    fit: (region) => `Tampilkan seluruh ${region}`,
    pointer: 'Posisi penunjuk',
    scale: 'Skala',
    unavailable: 'Peta tidak dapat digambar di perangkat ini karena WebGL tidak tersedia. Tabel tetap lengkap.',
    trouble: 'Data lapisan tidak tiba.',
  },
  en: {
    name: 'Map of verdicts by area',
    instructions:
      'Arrow keys move the map, plus and minus change its scale. The table holds the same answer as the map.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    north: (bearing) => (bearing === 0 ? 'North is up' : `Map turned by ${bearing}°; turn north up again`),
    northLetter: 'N',
    fit: (region) => `Show all of ${region}`,
    pointer: 'Pointer position',
    scale: 'Scale',
    unavailable: 'The map cannot be drawn on this device because WebGL is missing. The table is complete.',
    trouble: 'The layer’s data did not arrive.',
  },
}
