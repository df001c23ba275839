import { writeSync } from 'node:fs'
import { openHome, runSession } from './session.ts'
import { steppedFiles } from './stepped_files.ts'

/**
 * A process that kills itself before its Nth step on disk: `mortal.js session HOME N` runs the session, `mortal.js start HOME N`
 * opens the home and closes it again. It prints what it promised, and at its end how many steps it made.
 */
const [task, home = '', last = ''] = process.argv.slice(2)

let steps = 0
const files = steppedFiles(() => {
  steps += 1
  if (steps === Number(last)) process.kill(process.pid, 'SIGKILL')
})
const say = (words: string): void => void writeSync(1, `${words}\n`)

if (task === 'session') await runSession(home, files, say)
else {
  const { store, people } = await openHome(home, files)
  await people.close()
  await store.close()
}
say(`steps ${steps}`)
