import type { Source } from '../../model/record.ts'

/** Where each record was read; `wording` is added where the record needs the source's own label. */
export const SOURCES = {
  preparation2024: { text: 'Radar Kalimantan, rilis Prokopim Sintang', url: 'https://radarkalimantan.com', date: '2024-05-08' },
  coordination2023: { text: 'Rakyat Borneo', url: 'https://rakyatborneo.com', date: '2023-09-20' },
  sekber2022: { text: 'Argumen, Swandiri Inisiatif Sintang', url: 'https://argumen.co.id', date: '2022-06-16' },
  border2025: { text: 'ksahseruyan.com', url: 'https://ksahseruyan.com', date: '2025-09-16' },
  borderSigning: { text: 'Prokalteng', url: 'https://prokalteng.jawapos.com/?p=311749', date: '2025-11-03' },
  borderDepartments: { text: 'Antara Kalteng', url: 'https://kalteng.antaranews.com/amp/berita/788241', date: '2025-11-03' },
  kerapu2022: { text: 'Tribun Pontianak', url: 'https://pontianak.tribunnews.com', date: '2022-11-15' },
  collaborativeDecree: {
    text: 'Tribun Pontianak',
    url: 'https://pontianak.tribunnews.com/2024/06/23/pemkab-sintang-punya-perbup-kolaboratif',
    date: '2024-06-23',
  },
  coordination2025: {
    text: 'Pojok Kalbar',
    url: 'https://pojokkalbar.com/index.php/sintang-dorong-kolaborasi-pembangunan-lewat-rapat-koordinasi-bersama-mitra',
    date: '2025-07-02',
  },
  landscapePlan: {
    text: 'Inside Pontianak',
    url: 'https://insidepontianak.com/2019/11/04/pemkab-sintang-terbitkan-perbup-dukung-visi-sintang-lestari',
    date: '2019-11-04',
  },
  award2023: { text: 'SEGAR Indonesia', url: 'https://segar-indonesia.org/en/read/', date: '2023-12-14' },
  award2024: {
    text: 'Palm Oil Magazine',
    url: 'https://palmoilmagazine.com/hot-news/2024/12/22/solidaridad-receives-two-awards-from-sintang-regency-government-west-kalimantan',
    date: '2024-12-22',
  },
  csrWeights: {
    text: 'Lensa Kalbar',
    url: 'https://lensakalbar.co.id/2021/03/12/berikut-10-kategori-csr-award-2021',
    date: '2021-03-12',
  },
  villages: { text: 'Sonora, mengutip Bappeda Sintang', url: 'https://sonora.id/read/424029640' },
  register: { text: 'Daftar kode wilayah Kemendagri (idn-area-data 3.1.2)' },
  karimata: { text: 'Antara Kalbar', url: 'https://kalbar.antaranews.com/amp/berita/528721' },
  karimataDecree: { text: 'SKW I Ketapang, BKSDA Kalbar', url: 'https://skw1ketapang.blogspot.com' },
  karimataWorks: { text: 'Inside Pontianak', url: 'https://insidepontianak.com/kalbar/14552' },
} as const satisfies Readonly<Record<string, Source>>
