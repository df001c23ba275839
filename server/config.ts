import { resolve } from 'node:path'
import type { Words } from '../data/model/words.ts'
import { isRange } from './access/proxies.ts'
import { isDatabase, type JournalPlace } from './journal/place.ts'
import type { MetricsPlace } from './watch/listen.ts'
import { LOG_LEVELS, type LogLevel } from './watch/log.ts'

/** How mail leaves: `smtp(s)://user:password@host:port`, and whom it is from. */
export type MailSettings = { readonly url: string; readonly from: string }

/** Everything that can be set from outside; nothing has to be. */
export type Config = {
  readonly port: number
  /** Absolute; what an operator must back up. */
  readonly home: string
  /** The public address, without a slash at its end. */
  readonly url: string
  /** Where boundaries come from: an absolute folder, an http(s) URL, or `none`, which never asks the network; else every usual way. */
  readonly boundaries: string | undefined
  readonly journal: JournalPlace
  /** This server reads only: changes are refused. */
  readonly isReadOnly: boolean
  /** The writer whose journal this server follows, read-only, and the token to do so; null for a server of its own. */
  readonly follow: { readonly url: string; readonly token: string } | null
  /** Addresses and ranges of the proxies before this server; none: nobody's word on who asks is taken. */
  readonly trustedProxies: readonly string[]
  /** Null: no mail is sent, and nothing needs it. */
  readonly mail: MailSettings | null
  /** Whom to tell of a weakness, as `mailto:` or `https:`; null: `/.well-known/security.txt` is not there. */
  readonly securityContact: string | null
  /** Null: metrics are told nowhere. */
  readonly metrics: MetricsPlace | null
  readonly log: LogLevel
}

/** Settings that cannot be used; every sentence names one and says what to write instead. */
export class ConfigError extends Error {
  readonly faults: readonly Words[]

  constructor(faults: readonly Words[]) {
    super(faults.map(({ en }) => en).join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

const DEFAULT_PORT = 8080
const HIGHEST_PORT = 65_535

const refuse = (name: string, given: string, remedy: Words): never => {
  // An address may carry a password, and refusals end up in logs.
  const shown = JSON.stringify(given.replace(/\/\/[^/]*@/, '//...@').slice(0, 80))
  throw new ConfigError([
    { id: `${name}=${shown} tidak dapat dipakai. ${remedy.id}`, en: `${name}=${shown} cannot be used. ${remedy.en}` },
  ])
}

const readPort = (text: string | undefined): number => {
  if (text === undefined) return DEFAULT_PORT
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port <= HIGHEST_PORT) return port
  return refuse('PORT', text, {
    id: `Tulis bilangan 0 sampai ${HIGHEST_PORT}, misalnya PORT=${DEFAULT_PORT}.`,
    en: `Write a number from 0 to ${HIGHEST_PORT}, for example PORT=${DEFAULT_PORT}.`,
  })
}

const isWeb = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
/** A scheme of two letters or more: `C:\bentang` is a folder. */
const hasScheme = (text: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(text)

const readFolder = (name: string, text: string): string => {
  if (!hasScheme(text) && !text.includes('\0')) return resolve(text)
  return refuse(name, text, {
    id: `Tulis sebuah folder, misalnya ${name}=/srv/bentang.`,
    en: `Write a folder, for example ${name}=/srv/bentang.`,
  })
}

const readAddress = (name: string, text: string, example: string): string => {
  if (isWeb(text) && !/[?#]/.test(text)) return text.replace(/\/+$/, '')
  return refuse(name, text, {
    id: `Tulis alamat lengkap, misalnya ${name}=${example}.`,
    en: `Write the whole address, for example ${name}=${example}.`,
  })
}

const readUrl = (text: string | undefined, port: number): string =>
  text === undefined ? `http://localhost:${port}` : readAddress('BENTANG_URL', text, 'https://peta.sintang.go.id')

const readBoundaries = (text: string | undefined): string | undefined => {
  if (text === undefined || text === 'none' || text === 'estimated' || isWeb(text)) return text
  if (!hasScheme(text)) return readFolder('BENTANG_BOUNDARIES', text)
  return refuse('BENTANG_BOUNDARIES', text, {
    id: 'Tulis sebuah folder, alamat http(s), "none" untuk bekerja tanpa jaringan, atau "estimated" untuk wilayah perkiraan.',
    en: 'Write a folder, an http(s) address, "none" to work without a network, or "estimated" for estimated areas.',
  })
}

const readJournal = (text: string | undefined, home: string): JournalPlace => {
  if (text === undefined || text === 'file') return { folder: resolve(home, 'journal'), database: null }
  if (isDatabase(text)) return { folder: resolve(home, 'snapshot'), database: text }
  if (!hasScheme(text)) return { folder: readFolder('BENTANG_JOURNAL', text), database: null }
  // Even where the address is cut in two it may carry a password.
  return refuse('BENTANG_JOURNAL', text.replace(/^.*@/s, '...@'), {
    id: 'Tulis "file", sebuah folder, atau sebuah basis data: BENTANG_JOURNAL=postgres://nama:sandi@host/bentang.',
    en: 'Write "file", a folder, or a database: BENTANG_JOURNAL=postgres://name:password@host/bentang.',
  })
}

const readFlag = (name: string, text: string | undefined): boolean => {
  if (text === undefined || text === '0') return false
  if (text === '1') return true
  return refuse(name, text, { id: `Tulis ${name}=1 atau 0.`, en: `Write ${name}=1 or 0.` })
}

const readFollow = (text: string | undefined, token: string | undefined, journal: JournalPlace): Config['follow'] => {
  if (text === undefined) return null
  const url = readAddress('BENTANG_FOLLOW', text, 'https://peta.sintang.go.id')
  if (journal.database !== null)
    return refuse('BENTANG_FOLLOW', text, {
      id: 'Replika menyimpan jurnalnya sebagai berkas. Kosongkan BENTANG_JOURNAL; untuk membaca dari PostgreSQL pakai BENTANG_READ_ONLY=1.',
      en: 'A replica keeps its journal as a file. Leave BENTANG_JOURNAL empty; to read from PostgreSQL use BENTANG_READ_ONLY=1.',
    })
  if (token !== undefined) return { url, token }
  return refuse('BENTANG_FOLLOW', text, {
    id: 'Isi juga BENTANG_FOLLOW_TOKEN: token admin dengan izin "replicate", dibuat di /account server yang menulis.',
    en: 'Set BENTANG_FOLLOW_TOKEN too: an admin\'s token with the scope "replicate", made at /account of the writer.',
  })
}

const readProxies = (text: string | undefined): readonly string[] => {
  const ranges = (text ?? '').split(/[\s,]+/).filter((range) => range !== '')
  const wrong = ranges.find((range) => !isRange(range))
  if (wrong === undefined) return ranges
  return refuse('BENTANG_TRUSTED_PROXY', wrong, {
    id: 'Tulis alamat atau rentang proksi di depan server ini, dipisah koma: BENTANG_TRUSTED_PROXY=127.0.0.1,10.0.0.0/24.',
    en: 'Write addresses or ranges of the proxies before this server, with commas: BENTANG_TRUSTED_PROXY=127.0.0.1,10.0.0.0/24.',
  })
}

const readSmtp = (text: string | undefined): string | null => {
  if (text === undefined) return null
  if (URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '') return text
  // Even without a scheme it may carry a password.
  return refuse('BENTANG_SMTP', text.replace(/^.*@/, '...@'), {
    id: 'Tulis alamat server surel, misalnya BENTANG_SMTP=smtps://nama:sandi@surel.sintang.go.id.',
    en: 'Write the address of a mail server, for example BENTANG_SMTP=smtps://name:password@mail.sintang.go.id.',
  })
}

const readSender = (text: string | undefined, url: string): string => {
  if (text === undefined) return `Bentang <bentang@${URL.canParse(url) ? new URL(url).hostname : 'localhost'}>`
  if (/^[^@<>\r\n]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(text)) return text
  return refuse('BENTANG_SMTP_FROM', text, {
    id: 'Tulis alamat surel, misalnya BENTANG_SMTP_FROM=sekber@sintang.go.id.',
    en: 'Write a mail address, for example BENTANG_SMTP_FROM=sekber@sintang.go.id.',
  })
}

const readContact = (text: string | undefined): string | null => {
  if (text === undefined) return null
  if (/^mailto:[^\s@]+@[^\s@]+$/.test(text) || (/^https:\/\/[^\s@]+$/.test(text) && URL.canParse(text))) return text
  return refuse('BENTANG_SECURITY_CONTACT', text, {
    id: 'Tulis alamat surel atau halaman, misalnya BENTANG_SECURITY_CONTACT=mailto:keamanan@sintang.go.id.',
    en: 'Write a mail address or a page, for example BENTANG_SECURITY_CONTACT=mailto:security@sintang.go.id.',
  })
}

const readMetrics = (text: string | undefined): MetricsPlace | null => {
  if (text === undefined) return null
  const [, host = '127.0.0.1', port] = /^(?:([\w.-]+|\[[\da-f:]+\]):)?(\d{1,5})$/i.exec(text) ?? []
  if (port !== undefined && Number(port) <= HIGHEST_PORT)
    return { host: host.replace(/[[\]]/g, ''), port: Number(port) }
  return refuse('BENTANG_METRICS', text, {
    id: 'Tulis porta, atau alamat dan porta: BENTANG_METRICS=127.0.0.1:9464. Porta ini jangan dibuka untuk umum.',
    en: 'Write a port, or an address and a port: BENTANG_METRICS=127.0.0.1:9464. Do not open this port to the public.',
  })
}

const readLevel = (text: string | undefined): LogLevel => {
  const level = LOG_LEVELS.find((one) => one === (text ?? 'warn'))
  if (level) return level
  return refuse('BENTANG_LOG', text!, {
    id: `Tulis salah satu: ${LOG_LEVELS.join(', ')}.`,
    en: `Write one of: ${LOG_LEVELS.join(', ')}.`,
  })
}

/** Throws ConfigError with every unusable setting at once. An empty setting counts as none. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => {
  const faults: Words[] = []
  const read = <T>(name: string, parse: (text: string | undefined) => T, otherwise: T): T => {
    try {
      return parse(env[name]?.trim() || undefined)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      faults.push(...error.faults)
      return otherwise
    }
  }
  const port = read('PORT', readPort, DEFAULT_PORT)
  const home = read('BENTANG_HOME', (text) => readFolder('BENTANG_HOME', text ?? './var'), '')
  const url = read('BENTANG_URL', (text) => readUrl(text, port), '')
  const smtp = read('BENTANG_SMTP', readSmtp, null)
  const from = read('BENTANG_SMTP_FROM', (text) => readSender(text, url), '')
  const journal = read('BENTANG_JOURNAL', (text) => readJournal(text, home), { folder: '', database: null })
  const token = env.BENTANG_FOLLOW_TOKEN?.trim() || undefined
  const follow = read('BENTANG_FOLLOW', (text) => readFollow(text, token, journal), null)
  const isReadOnly = read('BENTANG_READ_ONLY', (text) => readFlag('BENTANG_READ_ONLY', text), false)
  const config: Config = {
    port,
    home,
    url,
    boundaries: read('BENTANG_BOUNDARIES', readBoundaries, undefined),
    journal,
    isReadOnly: follow !== null || isReadOnly,
    follow,
    trustedProxies: read('BENTANG_TRUSTED_PROXY', readProxies, []),
    securityContact: read('BENTANG_SECURITY_CONTACT', readContact, null),
    metrics: read('BENTANG_METRICS', readMetrics, null),
    log: read('BENTANG_LOG', readLevel, 'warn'),
    mail: smtp === null ? null : { url: smtp, from },
  }
  if (faults.length > 0) throw new ConfigError(faults)
  return config
}
