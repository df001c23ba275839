// Makes server/people/common_passwords.txt from a list of passwords, most frequent first, one a line:
//   node scripts/common_passwords.mjs 10_million_password_list_top_1M.txt
// (Mark Burnett's ten million leaked passwords of 2015, given to the public domain.)
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const SHORTEST = 12
const MOST = 10_000
const SIGNS = 8
const A_LINE = 12

const fold = (password) => password.normalize('NFKC').toLowerCase()
const passwords = readFileSync(process.argv[2], 'utf8').split(/\r?\n/)
const long = [...new Set(passwords.map(fold).filter((one) => [...one].length >= SHORTEST))].slice(0, MOST)
const digests = long.map((one) => createHash('sha256').update(one).digest('base64url').slice(0, SIGNS)).sort()
const lines = Array.from({ length: Math.ceil(digests.length / A_LINE) }, (_, at) =>
  digests.slice(at * A_LINE, (at + 1) * A_LINE).join(' '),
)
writeFileSync(resolve(import.meta.dirname, '../server/people/common_passwords.txt'), `${lines.join('\n')}\n`)
console.log(`${digests.length} passwords`)
