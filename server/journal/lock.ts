import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { JournalLocked } from './errors.ts'
import { codeOf, type Files, nodeFiles } from './files.ts'

/** Released by `release`. `held` is false once somebody else took the lock over. */
export type Lock = { held(): Promise<boolean>; release(): Promise<void> }

type Holder = { readonly pid: number; readonly boot: string; readonly started: string; readonly key: string }

/** A lock that is being written is empty for an instant; one that stays so was left by a crash. */
const PATIENCE_MS = 300
const PAUSE_MS = 20
/** After a takeover: longer than a rival takes from judging the old lock to removing what it finds. */
const SETTLE_MS = 100

/** Locks this process holds: a restarted container may well give the new process the pid of the old one. */
const held = new Set<string>()

const readOrEmpty = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return ''
  }
}

const bootId = (): string => readOrEmpty('/proc/sys/kernel/random/boot_id')

/** Clock ticks from boot to the start of a process; empty where /proc is not there. Tells a reused pid apart. */
const startOf = (pid: number): string => {
  const stat = readOrEmpty(`/proc/${pid}/stat`)
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const isAlive = (holder: Holder): boolean => {
  if (holder.boot !== bootId()) return false
  if (holder.pid === process.pid) return held.has(holder.key)
  return isRunning(holder.pid) && holder.started === startOf(holder.pid)
}

const parseHolder = (text: string): Holder | null => {
  try {
    const { pid, boot, started, key } = JSON.parse(text) as Partial<Holder>
    return typeof pid === 'number' && typeof boot === 'string' && typeof started === 'string' && typeof key === 'string'
      ? { pid, boot, started, key }
      : null
  } catch {
    return null
  }
}

const findText = async (path: string, files: Files): Promise<string | null> => {
  try {
    return (await files.load(path)).toString('utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const create = async (path: string, text: string, files: Files): Promise<boolean> => {
  try {
    const file = await files.open(path, 'new')
    try {
      await file.write(Buffer.from(text), 0)
    } catch (error) {
      await files.remove(path)
      throw error
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

const remove = async (path: string, text: string, files: Files): Promise<void> => {
  if ((await findText(path, files)) === text) await files.remove(path)
}

/** Creates the lock file, after removing one that nobody holds any more. */
const claim = async (path: string, text: string, files: Files): Promise<void> => {
  const deadline = performance.now() + PATIENCE_MS
  let tookOver = false
  while (!(await create(path, text, files))) {
    const found = await findText(path, files)
    if (found === null) continue
    const holder = parseHolder(found)
    if (holder && isAlive(holder)) throw new JournalLocked(path, holder.pid)
    if (!holder && performance.now() < deadline) await wait(PAUSE_MS)
    else {
      await remove(path, found, files)
      tookOver = true
    }
  }
  if (!tookOver) return
  // Two may have judged the same stale lock; after a pause both see whose file it is.
  await wait(SETTLE_MS)
  const found = await findText(path, files)
  if (found !== text) throw new JournalLocked(path, parseHolder(found ?? '')?.pid ?? null)
}

/**
 * One writer for each path. A lock whose process is gone, or that is from before the machine started, is taken over.
 * Processes in separate containers cannot see each other's pids: `held` tells the first that it was displaced.
 */
export const takeLock = async (path: string, files: Files = nodeFiles): Promise<Lock> => {
  const mine: Holder = { pid: process.pid, boot: bootId(), started: startOf(process.pid), key: randomUUID() }
  const text = `${JSON.stringify(mine)}\n`
  held.add(mine.key)
  try {
    await claim(path, text, files)
  } catch (error) {
    held.delete(mine.key)
    throw error
  }
  return {
    held: async () => (await findText(path, files)) === text,
    async release() {
      await remove(path, text, files)
      held.delete(mine.key)
    },
  }
}
