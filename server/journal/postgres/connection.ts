import pg from 'pg'

/** What statements are sent through: the pool, or one connection of it. */
export type Asked = Pick<pg.Pool, 'query'>

const CONNECT_MS = 5_000
/** Longer than another server's largest import takes; a line that went dead without a word is given up after it. */
const ANSWER_MS = 20_000
/** A server that froze while it held the lock gives way to the others. */
const IDLE_IN_TRANSACTION_MS = 10_000
const CONNECTIONS = 4

const settingsOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'bentang',
  connectionTimeoutMillis: CONNECT_MS,
  query_timeout: ANSWER_MS,
  idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  keepAlive: true,
})

/** Where the database answers before its disk has the commit, it is told to wait; what was set stricter stays. */
const WAIT_FOR_DISK =
  "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"

export const openPool = (url: string): pg.Pool => {
  const pool = new pg.Pool({
    ...settingsOf(url),
    max: CONNECTIONS,
    onConnect: async (client) => {
      await client.query(WAIT_FOR_DISK)
    },
  })
  // Of connections that nobody is asking through; whoever is gets told, and who asks next gets a new one.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** A connection of its own for what is told without being asked. */
export const openClient = (url: string): pg.Client => new pg.Client(settingsOf(url))

/** A code that PostgreSQL gives (SQLSTATE); empty where it did not speak. */
export const stateOf = (error: unknown): string =>
  error instanceof pg.DatabaseError && error.code !== undefined ? error.code : ''

/** No answer at all, or one of a server that starts, stops or is full of connections: later it may be another. */
export const isPassing = (error: unknown): boolean => /^$|^(08|53|57P)/.test(stateOf(error))
