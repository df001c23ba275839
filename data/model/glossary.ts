import type { Words } from './words.ts'

/** A word of planning, agreements or data as it is used on the screens, said plainly. */
export type Term = { readonly id: string; readonly term: Words; readonly meaning: Words }

/**
 * In alphabetical order of the Indonesian term. After UU 23/2014 (affairs), PP 28/2018 and Permendagri 22/2020 (regional cooperation), the planning
 * documents of the regencies and the articles behind the sourced records.
 */
export const GLOSSARY: readonly Term[] = [
  {
    id: 'freshness',
    term: { id: 'Kebaruan', en: 'Freshness' },
    meaning: {
      id: 'Berapa hari sejak sebuah catatan terakhir dinyatakan masih benar.',
      en: 'Days since somebody last confirmed that a record is still true.',
    },
  },
  {
    id: 'completeness',
    term: { id: 'Kelengkapan', en: 'Completeness' },
    meaning: {
      id: 'Bagian isian yang diharapkan dari sebuah catatan yang sudah terisi.',
      en: 'The share of the expected fields of a record that are filled.',
    },
  },
  {
    id: 'inter_regency',
    term: { id: 'Kerja Sama Daerah (KSDD)', en: 'Cooperation between regencies (KSDD)' },
    meaning: {
      id: 'Kerja sama dengan kabupaten lain. Bagi kabupaten bertetangga dalam satu provinsi ada urusan yang wajib dikerjasamakan.',
      en: 'Cooperation with another regency. For neighbours within one province some affairs must be shared.',
    },
  },
  {
    id: 'joint_agreement',
    term: { id: 'Kesepakatan Bersama (KB)', en: 'Joint agreement (KB)' },
    meaning: {
      id: 'Payung kerja sama kabupaten dengan LSM, koperasi kredit, atau perusahaan. Pelaksanaannya diatur dalam Perjanjian Kerja Sama (PKS).',
      en: 'The umbrella of cooperation between a regency and an NGO, credit union or company. How it is carried out is laid down in cooperation agreements (PKS).',
    },
  },
  {
    id: 'codes',
    term: { id: 'Kode wilayah', en: 'Area code' },
    meaning: {
      id: 'Kode Kemendagri bertitik: 61 provinsi, 61.05 kabupaten, 61.05.01 kecamatan, 61.05.01.2007 desa. Kode BPS berbeda: Sintang 61.05 di Kemendagri, 6107 di BPS.',
      en: 'The dotted code of the Ministry of Home Affairs: 61 province, 61.05 regency, 61.05.01 district, 61.05.01.2007 village. BPS has other codes: Sintang is 61.05 here and 6107 there.',
    },
  },
  {
    id: 'convergence',
    term: { id: 'Konvergensi (KERAPU)', en: 'Convergence (KERAPU)' },
    meaning: {
      id: 'Untuk setiap pulau atau desa dan setiap pihak: apakah program ada dalam rencananya, anggarannya, dan pemantauannya. KERAPU adalah konvergensi program Kepulauan Karimata.',
      en: 'For each island or village and each party: is the programme in its plan, its budget and its monitoring. KERAPU is the one of the Karimata islands.',
    },
  },
  {
    id: 'corridor',
    term: { id: 'Koridor perbatasan', en: 'Border corridor' },
    meaning: {
      id: 'Desa di kedua sisi batas bersama dua kabupaten, sampai jarak tertentu dari batas itu.',
      en: 'The villages on both sides of the common boundary of two regencies, up to a distance from it.',
    },
  },
  {
    id: 'partner',
    term: { id: 'Mitra', en: 'Partner' },
    meaning: {
      id: 'LSM, koperasi kredit, atau perusahaan yang ikut dalam program pemerintah. Perangkat daerah bukan mitra: ia tidak menutup celahnya sendiri.',
      en: 'An NGO, credit union or company that joins a government programme. A department is none: it does not close its own gap.',
    },
  },
  {
    id: 'memorandum',
    term: { id: 'Nota Kesepakatan dan Rencana Kerja', en: 'Memorandum and work plan' },
    meaning: {
      id: 'Bentuk kerja sama dengan kementerian dan lembaga seperti BKSDA dan BPKH. Dengan mereka tidak dibuat PKS.',
      en: 'The form of cooperation with ministries and their agencies such as BKSDA and BPKH. There is no PKS with them.',
    },
  },
  {
    id: 'match',
    term: { id: 'Pemadanan', en: 'Match' },
    meaning: {
      id: 'Seberapa cocok seorang mitra dengan sebuah target: tema, kehadiran di sekitar tempat itu, masa, rekam jejak, dan kebaruan, dengan bobot yang dapat dilihat dan diubah.',
      en: 'How well a partner fits a target: theme, presence nearby, period, track record and freshness, by weights that can be seen and changed.',
    },
  },
  {
    id: 'department',
    term: { id: 'Perangkat daerah (OPD)', en: 'Regency department (OPD)' },
    meaning: {
      id: 'Dinas, badan, atau kantor kabupaten. Urusan yang menjadi tugas pokok dan fungsinya disebut tupoksi.',
      en: 'A service, agency or office of the regency. The affairs it is responsible for are its tupoksi.',
    },
  },
  {
    id: 'action_plan',
    term: { id: 'Rencana aksi', en: 'Action plan' },
    meaning: {
      id: 'Daftar tindakan untuk zona, kecamatan, atau pulau: apa, kapan, siapa, dengan sumber daya dari mana.',
      en: 'What is to be done in a zone, district or island: what, when, by whom, with which resources.',
    },
  },
  {
    id: 'planning_documents',
    term: { id: 'RPJMD, RKPD, Renja', en: 'RPJMD, RKPD, Renja' },
    meaning: {
      id: 'Rencana lima tahun daerah, rencana kerja tahunan daerah yang mendasari APBD, dan rencana kerja setiap perangkat daerah.',
      en: 'The five-year plan of a region, its yearly plan on which the budget stands, and the yearly plan of each department.',
    },
  },
  {
    id: 'planning_unit',
    term: { id: 'Satuan perencanaan', en: 'Planning unit' },
    meaning: {
      id: 'Tempat yang dinilai satu per satu: desa, atau kecamatan, kabupaten, pulau, zona, dan wilayah yang digambar sendiri.',
      en: 'A place that is judged as one: a village, or a district, regency, island, zone or an area drawn by hand.',
    },
  },
  {
    id: 'secretariat',
    term: { id: 'Sekber', en: 'Secretariat (Sekber)' },
    meaning: {
      id: 'Sekretariat bersama yang memeriksa catatan sebelum terbuka untuk umum dan mengoordinasikan mitra.',
      en: 'The joint secretariat: it checks records before everybody sees them, and coordinates the partners.',
    },
  },
  {
    id: 'target',
    term: { id: 'Target', en: 'Target' },
    meaning: {
      id: 'Yang hendak dicapai sebuah perangkat daerah: tema, indikator, nilai awal dan nilai tujuan, tahun, tempat, dan dokumen perencanaannya.',
      en: 'What a department is to reach: theme, indicator, baseline and value, year, place, and the planning document.',
    },
  },
  {
    id: 'goals',
    term: { id: 'TPB', en: 'SDG' },
    meaning: {
      id: 'Tujuan Pembangunan Berkelanjutan, 17 tujuan yang disepakati negara-negara.',
      en: 'The 17 Sustainable Development Goals that countries agreed on.',
    },
  },
  {
    id: 'affair',
    term: { id: 'Urusan', en: 'Government affair' },
    meaning: {
      id: 'Bidang pemerintahan menurut UU 23/2014: 6 wajib pelayanan dasar, 18 wajib lain, 8 pilihan. Kehutanan, kelautan, dan energi terbagi antara pusat dan provinsi.',
      en: 'A field of government by Law 23/2014: 6 basic services, 18 other mandatory, 8 optional. Forestry, marine affairs and energy are split between centre and province.',
    },
  },
]
