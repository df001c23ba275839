import { spawnSync } from 'node:child_process'
import { closeSync, fstatSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A home whose disk can be full for a process, and have room again. */
export type SmallDisk = {
  readonly home: string
  /** Leaves so many bytes, on all of it or in each file; none when nothing is said. */
  fill(pid: number, room?: number): void
  free(pid: number): void
  /** Takes nothing in any more; null where it cannot be told to. */
  readonly protect: (() => void) | null
  close(): void
}

const MEGABYTES = 24
/** What a disk gives out at a time. */
const PAGE = Buffer.alloc(4096)

const run = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0
const made = (): string => mkdtempSync(join(tmpdir(), 'bentang-disk-'))

/** A file system of its own in memory; null where none may be mounted. */
const mountTemporary = (): SmallDisk | null => {
  const home = made()
  const close = () => {
    run('umount', '--lazy', home)
    rmSync(home, { recursive: true, force: true })
  }
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', home)) {
    rmSync(home, { recursive: true })
    return null
  }
  const ballast = join(home, 'ballast')
  return {
    home,
    fill(_, room = 0) {
      const file = openSync(ballast, 'w')
      try {
        for (;;) writeSync(file, PAGE)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        ftruncateSync(file, fstatSync(file).size - room)
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(ballast),
    protect: () => void run('mount', '-o', 'remount,ro', home),
    close,
  }
}

/** A process whose files may not grow, which the system answers as it does a full disk; null where limits cannot be set. */
const limitFiles = (): SmallDisk | null => {
  if (!run('prlimit', '--version')) return null
  const home = made()
  /** Of a process that has ended there is nothing to limit. */
  const limit = (pid: number, bytes: string): void => void run('prlimit', '--pid', `${pid}`, `--fsize=${bytes}:`)
  return {
    home,
    fill: (pid, room = 0) => limit(pid, `${room}`),
    free: (pid) => limit(pid, 'unlimited'),
    protect: null,
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** Null where neither can be had. */
export const openSmallDisk = (): SmallDisk | null => mountTemporary() ?? limitFiles()
