import type { Source } from '../../model/record.ts'

/** Where each record was read; `wording` is added where the record needs the source's own label. */
export const SOURCES = {
  preparation2024: { text: 'Radar Kalimantan, rilis Prokopim Sintang', url: 'https://radarkalimantan.com/daerah/sintang/pemkab-sintang-terus-galakkan-kemitraan', date: '2024-05-08' },
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
  award2023: {
    text: 'SEGAR Indonesia',
    url: 'https://segar-indonesia.org/en/read/usaid-segar-receives-awards-from-sintang-regency-and-west-kalimantan-provincial-governments-in-governance-and-development-partnerships-111.html',
    date: '2024-01-30',
  },
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
  register: { text: 'Daftar kode wilayah Kemendagri (idn-area-data 3.1.2)', url: 'https://www.npmjs.com/package/idn-area-data' },
  karimata: {
    text: 'Antara Kalbar',
    url: 'https://kalbar.antaranews.com/amp/berita/528721/pemda-kku-luncurkan-program-kerapu-untuk-akselerasi-pembangunan-di-karimata',
    date: '2022-11-17',
  },
  karimataHistory: {
    text: 'Pontianak Post',
    url: 'https://pontianakpost.jawapos.com/daerah/kayong-utara/05/12/2020/bupati-kku-berbagi-kisah-sukses-pemekaran-di-kampus-ui/',
    date: '2020-12-05',
  },
  karimataDecree: { text: 'SKW I Ketapang, BKSDA Kalbar', url: 'http://skw1ketapang.blogspot.com/p/blog-page_11.html' },
  karimataWorks: {
    text: 'Inside Pontianak',
    url: 'https://insidepontianak.com/kalbar/14552/bappeda-kayong-utara-akui-sulit-intervensi-pembangunan-di-kepulaun-karimata-ini-alasannya',
    date: '2022-11-09',
  },
  borderEducation: {
    text: 'Tinta Borneo',
    url: 'https://www.tintaborneo.com/2025/11/kotim-seruyan-sepakati-penanganan-anak-tidak-sekolah',
    date: '2025-11-03',
  },
  border2022: {
    text: 'Kalimantan News',
    url: 'https://kalimantan-news.com/pemkab-sintang-dan-pemkab-sekadau-sepakat-serahkan-penyelesaian-batas-desa-bongkong-baru-dan-desa-sunsong-ke-kemendagri/',
    date: '2022-03-10',
  },
  csr2020: {
    text: 'Tribun Pontianak',
    url: 'https://pontianak.tribunnews.com/2020/11/04/nilai-csr-capai-rp18-miliar-38-perusahaan-dan-badan-usaha-peroleh-csr-award-dari-pemkab-sintang',
    date: '2020-11-04',
  },
  departments2025: { text: 'Radar Kapuas Raya', url: 'https://www.radarkapuasraya.com/?p=3279', date: '2025-06-10' },
} as const satisfies Readonly<Record<string, Source>>
