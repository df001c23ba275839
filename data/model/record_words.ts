import type { Kind, Verification } from './record.ts'
import type { Words } from './words.ts'

/** What the fields of records are called where they are read without the app. */
export const FIELD_WORDS = {
  shortName: { id: 'Nama singkat', en: 'Short name' },
  kind: { id: 'Jenis', en: 'Kind' },
  region: { id: 'Wilayah', en: 'Region' },
  urusan: { id: 'Urusan (tupoksi)', en: 'Government affairs' },
  themes: { id: 'Tema', en: 'Themes' },
  offices: { id: 'Jabatan', en: 'Offices' },
  organisations: { id: 'Lembaga', en: 'Organisations' },
  sites: { id: 'Lokasi', en: 'Sites' },
  budgetIdr: { id: 'Anggaran', en: 'Budget' },
  beneficiaries: { id: 'Penerima manfaat', en: 'People reached' },
  planningDocument: { id: 'Dokumen perencanaan', en: 'Planning document' },
  agreement: { id: 'Perjanjian', en: 'Agreement' },
  period: { id: 'Masa', en: 'Period' },
  status: { id: 'Status', en: 'Status' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  unit: { id: 'Satuan', en: 'Unit' },
  baseline: { id: 'Nilai awal', en: 'Baseline' },
  value: { id: 'Nilai', en: 'Value' },
  goal: { id: 'Nilai target', en: 'Target value' },
  measure: { id: 'Ukuran', en: 'Measured by' },
  document: { id: 'Dokumen', en: 'Document' },
  owner: { id: 'Penanggung jawab', en: 'Responsible' },
  actions: { id: 'Rencana aksi', en: 'Action plan' },
  holder: { id: 'Pemegang kewenangan', en: 'Authority' },
  areaHaReported: { id: 'Luas menurut sumber', en: 'Area according to the source' },
  decree: { id: 'Dasar penetapan', en: 'Decree' },
  parties: { id: 'Para pihak', en: 'Parties' },
  fields: { id: 'Bidang', en: 'Fields of work' },
  stages: { id: 'Tahap', en: 'Stages' },
  scope: { id: 'Cakupan', en: 'Scope' },
  date: { id: 'Tanggal', en: 'Date' },
  place: { id: 'Tempat', en: 'Place' },
  persons: { id: 'Hadir', en: 'Present' },
  outcome: { id: 'Hasil', en: 'Outcome' },
  topic: { id: 'Hal', en: 'Subject' },
  asOf: { id: 'Per tanggal', en: 'As of' },
  places: { id: 'Tempat', en: 'Places' },
  works: { id: 'Pembangunan fisik', en: 'Physical works' },
  programme: { id: 'Program', en: 'Programme' },
  steps: { id: 'Langkah', en: 'Steps' },
  cells: { id: 'Isian matriks', en: 'Cells of the matrix' },
  source: { id: 'Tautan atau tanggal sumber', en: 'Link or date of the source' },
  stage: { id: 'Tahap', en: 'Stage' },
} as const satisfies Readonly<Record<string, Words>>

export const KIND_WORDS: { readonly [K in Kind]: Words } = {
  story: { id: 'Cerita', en: 'Story' },
  organisation: { id: 'Lembaga', en: 'Organisation' },
  activity: { id: 'Kegiatan', en: 'Activity' },
  target: { id: 'Target', en: 'Target' },
  zone: { id: 'Zona aksi', en: 'Action zone' },
  authority: { id: 'Kewenangan kawasan', en: 'Authority area' },
  agreement: { id: 'Perjanjian', en: 'Agreement' },
  meeting: { id: 'Pertemuan', en: 'Meeting' },
  figure: { id: 'Angka', en: 'Figure' },
  convergence: { id: 'Konvergensi', en: 'Convergence' },
  match: { id: 'Pemadanan', en: 'Match' },
  plan: { id: 'Rencana aksi', en: 'Action plan' },
}

/** The part that one record plays for another; parties word some of theirs themselves. */
export const ROLE_WORDS: Readonly<Record<string, Words>> = {
  implementer: { id: 'pelaksana', en: 'implementer' },
  funder: { id: 'pendana', en: 'funder' },
  support: { id: 'pendukung', en: 'supporter' },
  owner: { id: 'penanggung jawab', en: 'responsible' },
  responsible: { id: 'pelaksana aksi', en: 'responsible for an action' },
  supporting: { id: 'pendukung aksi', en: 'supports an action' },
  party: { id: 'pihak', en: 'party' },
  participant: { id: 'peserta', en: 'participant' },
  agreement: { id: 'dasar perjanjian', en: 'basis in an agreement' },
  same_topic: { id: 'hal yang sama', en: 'same subject' },
  programme: { id: 'program konvergensi di sini', en: 'programme of convergence here' },
  plan: { id: 'rencana aksi', en: 'action plan' },
  holder: { id: 'pemegang kewenangan', en: 'authority' },
}

export const ZONE_WORDS = {
  restoration: { id: 'Pemulihan', en: 'Restoration' },
  protection: { id: 'Perlindungan', en: 'Protection' },
  livelihood: { id: 'Penghidupan', en: 'Livelihood' },
  agroforestry: { id: 'Wanatani', en: 'Agroforestry' },
  settlement: { id: 'Permukiman', en: 'Settlement' },
  fisheries: { id: 'Perikanan', en: 'Fisheries' },
} as const satisfies Readonly<Record<string, Words>>

export const AUTHORITY_WORDS = {
  conservation_reserve: { id: 'Cagar alam', en: 'Nature reserve' },
  marine_reserve: { id: 'Suaka alam laut', en: 'Marine reserve' },
  protection_forest: { id: 'Hutan lindung', en: 'Protection forest' },
  production_forest: { id: 'Hutan produksi', en: 'Production forest' },
  other_use: { id: 'Areal penggunaan lain', en: 'Other use' },
} as const satisfies Readonly<Record<string, Words>>

export const AGREEMENT_KIND_WORDS = {
  KB: { id: 'Kesepakatan Bersama', en: 'Joint agreement' },
  PKS: { id: 'Perjanjian Kerja Sama', en: 'Cooperation agreement' },
  KSDD: { id: 'Kerja Sama Daerah dengan Daerah', en: 'Cooperation between regencies' },
  NK: { id: 'Nota Kesepakatan', en: 'Memorandum of understanding' },
  RK: { id: 'Rencana Kerja', en: 'Work plan' },
} as const satisfies Readonly<Record<string, Words>>

export const AGREEMENT_STAGE_WORDS = {
  idea: { id: 'Gagasan', en: 'Idea' },
  drafting: { id: 'Penyusunan', en: 'Drafting' },
  agreed: { id: 'Disepakati', en: 'Agreed' },
  signed: { id: 'Ditandatangani', en: 'Signed' },
  running: { id: 'Berjalan', en: 'Running' },
  ended: { id: 'Berakhir', en: 'Ended' },
} as const satisfies Readonly<Record<string, Words>>

export const MEETING_WORDS = {
  coordination: { id: 'Rapat koordinasi', en: 'Coordination meeting' },
  workshop: { id: 'Lokakarya', en: 'Workshop' },
  preparation: { id: 'Persiapan', en: 'Preparation' },
  ekspose: { id: 'Ekspose', en: 'Presentation' },
  signing: { id: 'Penandatanganan', en: 'Signing' },
  decree: { id: 'Penetapan keputusan', en: 'Decree' },
} as const satisfies Readonly<Record<string, Words>>

export const MEASURE_WORDS = {
  presence: { id: 'Kehadiran mitra', en: 'Presence of a partner' },
  area: { id: 'Luas terlayani', en: 'Hectares served' },
} as const satisfies Readonly<Record<string, Words>>

export const WORKS_WORDS = {
  yes: { id: 'dapat', en: 'possible' },
  no: { id: 'belum dapat', en: 'not yet possible' },
} as const satisfies Readonly<Record<string, Words>>

export const VERIFICATION_WORDS = {
  draft: { id: 'Draf', en: 'Draft' },
  submitted: { id: 'Diajukan', en: 'Submitted' },
  verified: { id: 'Terverifikasi', en: 'Verified' },
  returned: { id: 'Dikembalikan', en: 'Returned' },
  archived: { id: 'Diarsipkan', en: 'Archived' },
} as const satisfies { readonly [V in Verification]: Words }

export const STATUS_WORDS = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  ongoing: { id: 'Berjalan', en: 'Ongoing' },
  completed: { id: 'Selesai', en: 'Completed' },
  suspended: { id: 'Ditunda', en: 'Suspended' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
} as const satisfies Readonly<Record<string, Words>>
