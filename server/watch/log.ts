import pino, { type DestinationStream, type Logger } from 'pino'
import type { Answered } from './requests.ts'

/** From which level on lines are written: `warn` has faults and who was turned away, `info` every request. */
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Addresses of mail and of databases with their passwords, our secrets, what is asked, and whatever is quoted from what was sent. */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/[^\s<>"'(),;]+@[^\s<>"'(),;]+/g, '[address]'],
  [/\bbt_[\w-]+/g, '[token]'],
  [/#[\w-]{40,}/g, '#[secret]'],
  [/\?[^\s"']*=[^\s"']*/g, '?[query]'],
  [/"(?:[^"\\\n]|\\.)*"/g, '"..."'],
]

const withoutPersons = (text: string): string => PERSONAL.reduce((kept, [found, put]) => kept.replace(found, put), text)

type Told = {
  readonly type: string
  readonly code?: unknown
  readonly message: string
  readonly stack: string
  readonly cause?: Told
}

/** What an operator needs of an error: its kind, its words without persons, and where in the program it came from. */
const tellError = (error: unknown): Told => {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutPersons(String(error)), stack: '' }
  const { name, message, stack = '', cause } = error
  const code = 'code' in error ? { code: error.code } : {}
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  const more = cause === undefined ? {} : { cause: tellError(cause) }
  return { type: name, ...code, message: withoutPersons(message), stack: frames.join('\n'), ...more }
}

/** Lines of JSON without personal data; to standard error unless given. */
export const openLog = (level: LogLevel, to: DestinationStream = pino.destination(2)): Logger =>
  pino({ name: 'bentang', level, base: { pid: process.pid }, serializers: { err: tellError } }, to)

/** Who was not let in, or asked too often: where these come in crowds, somebody tries doors. */
const TURNED_AWAY: ReadonlySet<number> = new Set([401, 403, 429])

/** One line a request; faults and refusals at the door from `warn` on. */
export const logRequest = (log: Logger, { id, route, method, status, ms, isWhole }: Answered): void => {
  const line = { request: id, route, method, status, ms: Math.round(ms * 10) / 10, ...(isWhole ? {} : { isWhole }) }
  if (status >= 500 || TURNED_AWAY.has(status)) log.warn(line, 'request')
  else log.info(line, 'request')
}
