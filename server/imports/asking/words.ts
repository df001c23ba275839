import type { ImportQuestion } from '../../../data/model/importing.ts'
import type { Words } from '../../../data/model/words.ts'

type Named = Exclude<ImportQuestion['name'], 'crs'>

/** What each question asks, as a person at a spreadsheet would. */
export const ASKED: { readonly [Q in ImportQuestion['name']]: Words } = {
  layer: {
    id: 'Berkas ini berisi beberapa lapisan atau lembar. Yang mana diimpor?',
    en: 'This file holds several layers or sheets. Which one is to be imported?',
  },
  encoding: {
    id: 'Huruf di luar ASCII ditulis dengan pengodean apa? Pilih contoh yang terbaca benar.',
    en: 'In which encoding are its letters written? Choose the example that reads right.',
  },
  numbers: {
    id: 'Titik dan koma pada bilangan: bagaimana dibacanya?',
    en: 'Points and commas in numbers: how are they to be read?',
  },
  dates: {
    id: 'Tanggal berupa angka: mana hari, mana bulan?',
    en: 'Dates written in figures: which is the day, which the month?',
  },
  crs: {
    id: 'Koordinatnya meter, tetapi berkas tidak menyebut sistemnya. Pilih sistem yang membawanya ke tempat yang benar.',
    en: 'The coordinates are metres, but the file does not name their system. Choose the one that brings them to the right place.',
  },
  codes: {
    id: 'Kode tanpa titik: kode Kemendagri atau kode BPS? Kode yang sama menunjuk tempat berbeda.',
    en: 'Codes without dots: Kemendagri or BPS? The same digits name different places.',
  },
  unit: {
    id: 'Anggaran ditulis dengan angka kecil: satuannya apa?',
    en: 'Budgets are written in small numbers: what do they count in?',
  },
  swapped: {
    id: 'Banyak titik yang bujur dan lintangnya tampaknya tertukar. Balik semuanya?',
    en: 'In many rows longitude and latitude seem to be swapped. Turn all of them around?',
  },
  repeated: {
    id: 'Beberapa baris sama kecuali tempatnya. Satu kegiatan di banyak tempat, atau kegiatan sendiri-sendiri?',
    en: 'Some rows differ in their place alone. Is that one activity at many places, or several activities?',
  },
}

type Choice = { readonly value: string; readonly words: Words }

/** Choices that are the same for every file. */
export const CHOICES: {
  readonly [Q in Extract<Named, 'numbers' | 'dates' | 'codes' | 'unit' | 'swapped' | 'repeated'>]: readonly Choice[]
} = {
  numbers: [
    { value: 'id', words: { id: 'Indonesia: 1.500,5', en: 'Indonesian: 1.500,5' } },
    { value: 'en', words: { id: 'Inggris: 1,500.5', en: 'English: 1,500.5' } },
  ],
  dates: [
    { value: 'dmy', words: { id: 'hari/bulan/tahun', en: 'day/month/year' } },
    { value: 'mdy', words: { id: 'bulan/hari/tahun', en: 'month/day/year' } },
  ],
  codes: [
    { value: 'kemendagri', words: { id: 'Kemendagri', en: 'Kemendagri' } },
    { value: 'bps', words: { id: 'BPS', en: 'BPS' } },
  ],
  unit: [
    { value: '1', words: { id: 'rupiah', en: 'rupiah' } },
    { value: '1000', words: { id: 'ribu rupiah', en: 'thousand rupiah' } },
    { value: '1000000', words: { id: 'juta rupiah', en: 'million rupiah' } },
    { value: '1000000000', words: { id: 'miliar rupiah', en: 'billion rupiah' } },
  ],
  swapped: [
    { value: 'yes', words: { id: 'Ya, balik yang tertukar', en: 'Yes, turn those that are swapped' } },
    { value: 'no', words: { id: 'Tidak, saya periksa satu per satu', en: 'No, I look at each of them' } },
  ],
  repeated: [
    {
      value: 'one',
      words: {
        id: 'Satu kegiatan di banyak tempat; anggarannya dihitung satu kali',
        en: 'One activity at many places; its budget counts once',
      },
    },
    {
      value: 'each',
      words: {
        id: 'Kegiatan sendiri-sendiri; tiap baris dengan anggarannya',
        en: 'Several activities; each row with its own budget',
      },
    },
  ],
}

export const EVERYTHING: Words = { id: 'Semuanya', en: 'All of them' }
