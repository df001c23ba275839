import { MOST_REMINDED, REMIND_AFTER_DAYS, REMIND_EVERY_DAYS } from '../../data/model/reminder.ts'
import type { Message } from '../mail.ts'
import type { Stale } from './due.ts'

const addressOf = ({ kind, id }: Stale, url: string): string =>
  kind === 'activity'
    ? `${url}/?edit=${encodeURIComponent(id)}`
    : `${url}/work?history=${kind}/${encodeURIComponent(id)}`

/** A title is somebody's own text: it stays on its line. */
const lineOf = (stale: Stale, url: string): string =>
  `- ${stale.title.replace(/\s+/g, ' ').trim()} (${stale.days} hari / days)\n  ${addressOf(stale, url)}`

const records = (count: number): string => (count === 1 ? '1 record' : `${count} records`)

/** What is to be confirmed, the stalest first; Indonesian with English below, in plain text. `url` has no slash at its end. */
export const letterOf = (to: string, stale: readonly Stale[], url: string): Message => {
  const shown = stale.slice(0, MOST_REMINDED)
  const left = stale.length - shown.length
  return {
    to,
    subject: `${stale.length} catatan perlu dikonfirmasi / ${records(stale.length)} to confirm`,
    text: [
      `${stale.length} catatan lembaga Anda di Bentang sudah ${REMIND_AFTER_DAYS} hari atau lebih tidak dikonfirmasi.`,
      'Masih benar? Konfirmasikan dengan satu ketukan di daftar pekerjaan Anda:',
      `${url}/work`,
      '',
      ...shown.map((one) => lineOf(one, url)),
      ...(left > 0 ? [`- ... ${left} lagi / more: ${url}/work`] : []),
      '',
      `Surel ini paling sering setiap ${REMIND_EVERY_DAYS} hari. Matikan di ${url}/account`,
      '',
      `${records(stale.length)} of your organisation in Bentang ${stale.length === 1 ? 'has' : 'have'} not been confirmed for ${REMIND_AFTER_DAYS} days or more. Still true?`,
      `Confirm with one tap in your list of work, at the top of this mail.`,
      `At most one mail in ${REMIND_EVERY_DAYS} days. Switch it off at ${url}/account`,
      '',
    ].join('\n'),
  }
}
