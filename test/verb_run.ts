import { Writable } from 'node:stream'
import { runVerb } from '../server/verbs/index.ts'

const collect = () => {
  const parts: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      parts.push(chunk.toString())
      done()
    },
  })
  return { stream, text: () => parts.join('') }
}

/** One verb of the command line on a home, with more settings when given: its exit code and what it wrote. */
export const runIn = async (home: string, ...given: readonly (string | NodeJS.ProcessEnv)[]) => {
  const [out, err] = [collect(), collect()]
  const args = given.filter((one) => typeof one === 'string')
  const settings: NodeJS.ProcessEnv = Object.assign({}, ...given.filter((one) => typeof one !== 'string'))
  const env = { BENTANG_HOME: home, BENTANG_BOUNDARIES: 'none', ...settings }
  const code = await runVerb(args, env, { out: out.stream, err: err.stream })
  return { code, out: out.text(), err: err.text() }
}
