import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A home whose disk can be full for a process, and have room again. */
export type SmallDisk = {
  readonly home: string
  fill(pid: number): void
  free(pid: number): void
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
    fill() {
      const file = openSync(ballast, 'w')
      try {
        for (;;) writeSync(file, PAGE)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(ballast),
    close,
  }
}

/** A process whose files may not grow, which the system answers as it does a full disk; null where limits cannot be set. */
const limitFiles = (): SmallDisk | null => {
  if (!run('prlimit', '--version')) return null
  const home = made()
  const limit = (pid: number, bytes: string): void => {
    if (!run('prlimit', '--pid', `${pid}`, `--fsize=${bytes}:`)) throw new Error(`prlimit refuses ${bytes} for ${pid}`)
  }
  return {
    home,
    fill: (pid) => limit(pid, '0'),
    free: (pid) => limit(pid, 'unlimited'),
    close: () => rmSync(home, { recursive: true, force: true }),
  }
}

/** Null where neither can be had. */
export const openSmallDisk = (): SmallDisk | null => mountTemporary() ?? limitFiles()
