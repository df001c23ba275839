import { CONSENT_TEXTS, findConsentText } from '../../data/model/consent.ts'
import type { AnyRecord } from '../../data/model/record.ts'
import type { Words } from '../../data/model/words.ts'
import type { Finding } from '../../data/model/work.ts'
import { quote } from '../problems.ts'
import { fault } from './faults.ts'

const FIRST_DAY = '1945-01-01'
const LAST_DAY = '2100-12-31'
const DAY_MS = 86_400_000

/** True for a day that there is, written YYYY-MM-DD. */
export const isDay = (text: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text >= FIRST_DAY && text <= LAST_DAY
}

const dayWords = (text: string): Words => ({
  id: `${quote(text)} bukan tanggal. Tulis seperti 2026-05-08.`,
  en: `${quote(text)} is no date. Write it like 2026-05-08.`,
})

type Dated = readonly (readonly [field: string, day: string | null | undefined])[]

const spanOf = (field: string, span: { readonly start: string; readonly end: string | null } | undefined): Dated => [
  [`${field}.start`, span?.start],
  [`${field}.end`, span?.end],
]

const daysIn = ({ kind, record }: AnyRecord): Dated => {
  switch (kind) {
    case 'activity':
      return [
        ...spanOf('period', record.period),
        ['sensitive.consent.date', record.sensitive?.consent?.date],
        ['sensitive.consent.withdrawn', record.sensitive?.consent?.withdrawn],
        ...(record.photos ?? []).map(({ takenOn }, index) => [`photos.${index}.takenOn`, takenOn] as const),
      ]
    case 'organisation':
      return (record.offices ?? []).map(({ asOf }, index) => [`offices.${index}.asOf`, asOf] as const)
    case 'zone':
      return [
        ...spanOf('period', record.period),
        ...record.actions.flatMap(({ period }, index) => spanOf(`actions.${index}.period`, period)),
      ]
    case 'plan':
      return record.actions.flatMap(({ period, progress }, index) => [
        ...spanOf(`actions.${index}.period`, period),
        [`actions.${index}.progress.date`, progress?.date] as const,
      ])
    case 'story':
      return record.scenes.flatMap(({ figures }, index) =>
        Object.entries(figures).map(([name, { frozen }]) => [`scenes.${index}.figures.${name}`, frozen?.date] as const),
      )
    case 'agreement':
      return [
        ...spanOf('period', record.period),
        ...record.stages.map(({ date }, index) => [`stages.${index}.date`, date] as const),
        ['next.due', record.next?.due],
      ]
    case 'meeting':
      return [
        ['date', record.date],
        ['endDate', record.endDate],
      ]
    case 'figure':
      return [['asOf', record.asOf]]
    default:
      return []
  }
}

const isOnEarth = ([lng, lat]: readonly [number, number]): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

const addressesIn = ({ kind, record }: AnyRecord): readonly (readonly [string, string])[] => {
  const documents = kind === 'agreement' ? (record.documents ?? []) : []
  return [
    ...(record.source.url === undefined ? [] : [['source.url', record.source.url] as const]),
    ...documents.map(({ url }, index) => [`documents.${index}.url`, url] as const),
  ]
}

const amountsIn = ({ kind, record }: AnyRecord): readonly (readonly [string, number | undefined])[] => {
  if (kind === 'activity')
    return [
      ['budgetIdr', record.budgetIdr],
      ['beneficiaries', record.beneficiaries],
    ]
  return kind === 'target' ? [['budgetIdr', record.budgetIdr]] : []
}

const versions = CONSENT_TEXTS.sensitive_site.map(({ version }) => version).join(', ')

/** A wording that there never was, and days that cannot be. */
const consentIn = ({ kind, record }: AnyRecord, tomorrow: string): Finding[] => {
  const consent = kind === 'activity' ? record.sensitive?.consent : undefined
  if (!consent) return []
  const { date, wording, withdrawn = date } = consent
  const found: Finding[] = []
  if (wording !== undefined && !findConsentText('sensitive_site', wording))
    found.push(
      fault('sensitive.consent.wording', 'consent', {
        id: `Tidak ada teks persetujuan versi ${wording}. Yang ada: ${versions}.`,
        en: `There is no wording of consent of version ${wording}. There are: ${versions}.`,
      }),
    )
  if (date > tomorrow || withdrawn > tomorrow || withdrawn < date)
    found.push(
      fault('sensitive.consent', 'consent', {
        id: 'Persetujuan dan penarikannya berlaku sejak dicatat. Tulis hari ini atau hari yang sudah lewat, penarikan tidak sebelum persetujuan.',
        en: 'A consent and its withdrawal hold from when they are recorded. Write today or a day before, the withdrawal not before the consent.',
      }),
    )
  return found
}

/** Days that do not exist, addresses that lead nowhere safe, amounts below nothing, places that have no coarser form. */
export const valuesOf = (entry: AnyRecord, now: Date): Finding[] => {
  const { kind, record } = entry
  const { source, confirmed, visibility } = record
  // A phone east of Greenwich may be a day ahead.
  const tomorrow = new Date(now.getTime() + DAY_MS).toISOString().slice(0, 10)
  const days: Dated = [['confirmed', confirmed], ['source.date', source.date], ...daysIn(entry)]
  const found = days
    .filter(([, day]) => typeof day === 'string' && !isDay(day))
    .map(([field, day]) => fault(field, 'date', dayWords(day ?? '')))
  found.push(...consentIn(entry, tomorrow))
  if (confirmed > tomorrow)
    found.push(
      fault('confirmed', 'date', {
        id: 'Tanggal konfirmasi ada di masa depan. Periksa jam perangkat Anda.',
        en: 'The day of confirmation is in the future. Check the clock of your device.',
      }),
    )
  for (const [field, address] of addressesIn(entry))
    if (!isWebAddress(address))
      found.push(
        fault(field, 'address', {
          id: `${quote(address)} bukan alamat web. Tulis lengkap, misalnya https://sintang.go.id/berita.`,
          en: `${quote(address)} is no web address. Write it whole, such as https://sintang.go.id/berita.`,
        }),
      )
  for (const [field, amount] of amountsIn(entry))
    if (amount !== undefined && (amount < 0 || (field === 'beneficiaries' && !Number.isInteger(amount))))
      found.push(
        fault(field, 'amount', {
          id: 'Jumlah ini harus nol atau lebih, dan jumlah orang harus bulat.',
          en: 'This amount must be zero or more, and a number of people whole.',
        }),
      )
  if (kind === 'meeting' && record.position && !isOnEarth(record.position))
    found.push(
      fault('position', 'geometry', {
        id: 'Posisi ini di luar bumi. Tulis bujur lebih dahulu, lalu lintang, dalam derajat.',
        en: 'This position is not on earth. Write the longitude first, then the latitude, in degrees.',
      }),
    )
  if (visibility === 'generalised' && kind !== 'activity')
    found.push(
      fault('visibility', 'visibility', {
        id: 'Hanya kegiatan yang lokasinya dapat disamarkan. Pilih umum, mitra, atau lembaga sendiri.',
        en: 'Only activities can show their places coarsely. Choose public, partners, or your organisation.',
      }),
    )
  return found
}
