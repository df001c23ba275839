import type { BpsRegency } from '../model/reading/place_codes.ts'

/**
 * The numbers BPS gives the regencies of the two provinces in its statistics, beside Kemendagri's codes. Only thirteen of the
 * 28 are the same digits. Others can be added line by line.
 */
export const BPS_REGENCIES: readonly BpsRegency[] = [
  { bps: '6101', code: '61.01', name: 'Sambas' },
  { bps: '6102', code: '61.07', name: 'Bengkayang' },
  { bps: '6103', code: '61.08', name: 'Landak' },
  { bps: '6104', code: '61.02', name: 'Mempawah' },
  { bps: '6105', code: '61.03', name: 'Sanggau' },
  { bps: '6106', code: '61.04', name: 'Ketapang' },
  { bps: '6107', code: '61.05', name: 'Sintang' },
  { bps: '6108', code: '61.06', name: 'Kapuas Hulu' },
  { bps: '6109', code: '61.09', name: 'Sekadau' },
  { bps: '6110', code: '61.10', name: 'Melawi' },
  { bps: '6111', code: '61.11', name: 'Kayong Utara' },
  { bps: '6112', code: '61.12', name: 'Kubu Raya' },
  { bps: '6171', code: '61.71', name: 'Pontianak' },
  { bps: '6172', code: '61.72', name: 'Singkawang' },
  { bps: '6201', code: '62.01', name: 'Kotawaringin Barat' },
  { bps: '6202', code: '62.02', name: 'Kotawaringin Timur' },
  { bps: '6203', code: '62.03', name: 'Kapuas' },
  { bps: '6204', code: '62.04', name: 'Barito Selatan' },
  { bps: '6205', code: '62.05', name: 'Barito Utara' },
  { bps: '6206', code: '62.08', name: 'Sukamara' },
  { bps: '6207', code: '62.09', name: 'Lamandau' },
  { bps: '6208', code: '62.07', name: 'Seruyan' },
  { bps: '6209', code: '62.06', name: 'Katingan' },
  { bps: '6210', code: '62.11', name: 'Pulang Pisau' },
  { bps: '6211', code: '62.10', name: 'Gunung Mas' },
  { bps: '6212', code: '62.13', name: 'Barito Timur' },
  { bps: '6213', code: '62.12', name: 'Murung Raya' },
  { bps: '6271', code: '62.71', name: 'Palangkaraya' },
]
