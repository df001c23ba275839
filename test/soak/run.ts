import { soakEdits } from './edits.ts'
import { soakHostile } from './hostile.ts'
import { soakKills } from './kills.ts'
import { soakLoad } from './load.ts'
import { soakMutations } from './mutations.ts'
import { soakScreen } from './screen.ts'

/** What takes long on purpose, by name; each resolves to its exit code. */
const SOAKS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  hostile: soakHostile,
  edits: soakEdits,
  kills: soakKills,
  load: soakLoad,
  mutations: soakMutations,
  screen: soakScreen,
}

const [name = '', ...args] = process.argv.slice(2)
const soak = SOAKS[name]
if (soak) process.exitCode = await soak(args)
else {
  console.error(`Which soak? npm run soak -- ${Object.keys(SOAKS).join(' | ')}`)
  process.exitCode = 1
}
