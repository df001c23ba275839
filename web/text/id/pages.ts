/** The frame of the screens besides the map. */
export const pages = {
  'pages.map': 'Peta',
  'pages.matching': 'Pemadanan',
  'pages.work': 'Kerja saya',
  'pages.review': 'Tinjauan',
  'pages.import': 'Impor',
  'pages.agreements': 'Kesepakatan',
  'pages.journal': 'Jurnal',
  'pages.people': 'Anggota',
  'pages.account': 'Akun',
  'pages.signIn': 'Masuk',
  'pages.signOut': 'Keluar',
  'pages.sections': 'Bagian',
  'pages.skip': 'Langsung ke isi',
  'pages.mustSignIn': 'Halaman ini untuk anggota. Masuk lebih dahulu.',
  'pages.notAllowed': 'Akun Anda ({role}) tidak membuka halaman ini. Mintalah kepada Sekber atau admin.',
  'pages.mustSetTotp':
    'Akun Sekber dan admin memerlukan faktor kedua. Pasang dahulu, setelah itu semua bagian terbuka.',
  'pages.setTotp': 'Pasang faktor kedua',
  'pages.loading': 'Memuat',
  'pages.km': '{km} km',
  'pages.busy': 'Sebentar',
} as const
