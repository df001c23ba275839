import { resolve } from 'node:path'
import { runVerb } from './verbs/index.ts'

process.exitCode = await runVerb(process.argv.slice(2), process.env, {
  // The project's neighbour, seen from dist/server.
  sibling: resolve(import.meta.dirname, '../../../shared/data/boundaries'),
  webFolder: resolve(import.meta.dirname, '../web'),
  packFolder: resolve(import.meta.dirname, '../pack'),
  out: process.stdout,
  err: process.stderr,
})
