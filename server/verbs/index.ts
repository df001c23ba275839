import { BackupFault } from '../backup/manifest.ts'
import { ConfigError, readConfig } from '../config.ts'
import { JournalError } from '../journal/errors.ts'
import { backup } from './backup.ts'
import { boundaries } from './boundaries.ts'
import { exportRecords } from './export.ts'
import { invite } from './invite.ts'
import { journal } from './journal.ts'
import { person } from './person.ts'
import { publishVerb } from './publish.ts'
import { rebuild } from './rebuild.ts'
import { remind } from './remind.ts'
import { restore } from './restore.ts'
import { sample } from './sample.ts'
import { signOut } from './sign_out.ts'
import { type Desk, Misuse, tell, type Verb } from './verb.ts'
import { verify } from './verify.ts'

const PREFIX = 'npm run bentang --'

const help: Verb = {
  takes: '',
  about: { id: 'Menampilkan daftar ini.', en: 'Shows this list.' },
  async run(_, { out }) {
    for (const [name, { takes, about }] of Object.entries(VERBS))
      out.write(`${`${PREFIX} ${name} ${takes}`.trimEnd()}\n    ${about.id}\n    ${about.en}\n`)
    return 0
  },
}

const VERBS: Readonly<Record<string, Verb>> = {
  invite,
  sample,
  boundaries,
  export: exportRecords,
  publish: publishVerb,
  journal,
  rebuild,
  remind,
  person,
  'sign-out': signOut,
  backup,
  restore,
  verify,
  help,
}

const findVerb = (name: string): Verb => {
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
  if (verb) return verb
  const known = Object.keys(VERBS).join(', ')
  throw new Misuse({
    id: `Perintah "${name}" tidak dikenal. Yang ada: ${known}.`,
    en: `The verb "${name}" is not known. There are: ${known}.`,
  })
}

const explain = (error: unknown, desk: Pick<Desk, 'err'>): number => {
  if (error instanceof ConfigError) for (const fault of error.faults) tell(desk, fault)
  else if (error instanceof Misuse || error instanceof JournalError || error instanceof BackupFault)
    tell(desk, error.words)
  else tell(desk, { id: `Gagal: ${error}`, en: `Failed: ${error}` })
  return error instanceof Misuse || error instanceof ConfigError ? 2 : 1
}

/** Runs one verb. Resolves to the exit code: 0 done, 1 failed, 2 not understood. */
export const runVerb = async (
  [name = 'help', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  desk: Omit<Desk, 'config'>,
): Promise<number> => {
  try {
    const verb = findVerb(/^(-h|--help)$/.test(name) ? 'help' : name)
    return await verb.run(args, { ...desk, config: readConfig(env) })
  } catch (error) {
    return explain(error, desk)
  }
}
