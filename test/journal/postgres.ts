import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Cluster, ROLE, startCluster } from '../bench/postgis/cluster.ts'
import { findPostgres } from '../bench/postgis/find_postgres.ts'

/** Null where PostgreSQL is not installed: what needs it is skipped there. */
export const postgres = findPostgres()

const addressOf = ({ socket }: Cluster, database: string): string =>
  `postgres://${ROLE}@/${database}?host=${encodeURIComponent(socket)}`

/** A throwaway server for all tests of a file; `database` makes an empty one and gives its address. */
export const startShared = async () => {
  const cluster = await startCluster(postgres!)
  const ask = async (url: string, statement: string) => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    await client.connect()
    return client.query(statement).finally(() => client.end())
  }
  return {
    cluster,
    ask,
    async database(): Promise<string> {
      const name = `t${randomBytes(6).toString('hex')}`
      await ask(addressOf(cluster, 'postgres'), `CREATE DATABASE ${name}`)
      return addressOf(cluster, name)
    },
  }
}
