import type { TotpOffer } from '../../data/model/person.ts'
import type { Attempts } from '../access/attempts.ts'
import type { Sender } from '../access/sender.ts'
import { badRequest, Refusal } from '../problems.ts'
import { foldEmail } from './email.ts'
import { findPasswordFault } from './password_rules.ts'
import type { Passwords } from './passwords.ts'
import { type Person, replace } from './private_state.ts'
import type { PrivateStore } from './private_store.ts'
import type { Register } from './register.ts'
import { withoutSessions } from './sessions.ts'
import type { SecondFactor } from './totp.ts'

/** One sentence for every way not to get in: it does not tell which accounts exist. */
const NO_MATCH = {
  id: 'Surel, kata sandi atau kode tidak cocok. Periksa lalu coba lagi; bila lupa, mintalah admin.',
  en: 'The mail address, password or code does not match. Check and try again; if you forgot it, ask an admin.',
}
const CODE_NEEDED = {
  id: 'Tulis juga kode enam angka dari aplikasi autentikator Anda.',
  en: 'Give the six-digit code of your authenticator app too.',
}
const WRONG_PASSWORD = {
  id: 'Kata sandi atau kode sekarang tidak cocok.',
  en: 'The present password or code does not match.',
}

export type Proof = { readonly email: string; readonly password: string; readonly code?: string | undefined }

export type Credentials = {
  /** The person who gives these; `sender` is where they come from. Refuses with 401 or 429. */
  check(proof: Proof, sender: Sender): Promise<Person>
  /** Ends every session of the person. */
  changePassword(person: string, given: { current: string; next: string }, sender: Sender): Promise<void>
  /** Begins to set up a second factor, for the password: whoever finds an open browser must not shut its owner out. */
  offerTotp(person: string, session: string, given: { password: string }, sender: Sender): Promise<TotpOffer>
  /** Takes the second factor away, for password and code, and ends every session of the person. */
  removeTotp(person: string, given: { password: string; code: string }, sender: Sender): Promise<void>
  /** Erases the person's account for good, for the password and, where one is set up, a code; refuses the last admin. */
  eraseOwn(person: string, given: { password: string; code?: string | undefined }, sender: Sender): Promise<void>
}

type Needs = {
  readonly store: PrivateStore
  readonly passwords: Passwords
  readonly secondFactor: SecondFactor
  readonly attempts: Attempts
  readonly register: Pick<Register, 'eraseOwn'>
}

export const createCredentials = ({ store, passwords, secondFactor, attempts, register }: Needs): Credentials => {
  const requirePerson = (id: string): Person => {
    const person = store.state().people.find((one) => one.id === id)
    if (!person) throw new Refusal('unauthenticated', NO_MATCH)
    return person
  }
  const keepPassword = (id: string, password: string) =>
    store.change((state) => [{ ...state, people: replace(state.people, id, { password }) }, undefined])

  /** Of somebody who is signed in already: an open browser is no proof of who sits before it. */
  const checkAgain = async (id: string, password: string, sender: Sender): Promise<Person> => {
    const person = requirePerson(id)
    attempts.begin(person.email, sender)
    if (!(await passwords.matches(person.password, password))) throw badRequest(WRONG_PASSWORD)
    return person
  }

  return {
    async check({ email: given, password, code }, sender) {
      store.requireWhole()
      const email = foldEmail(given)
      attempts.begin(email, sender)
      const person = store.state().people.find((one) => one.email === email && !one.isDisabled)
      // A stranger's password is hashed as well: the time it takes tells nothing.
      if (!(await passwords.matches(person?.password ?? null, password)) || !person)
        throw new Refusal('unauthenticated', NO_MATCH)
      if (person.totp && !code) {
        attempts.forgive(email, sender)
        throw new Refusal('code-needed', CODE_NEEDED)
      }
      if (person.totp && !(await secondFactor.use(person, code!))) throw new Refusal('unauthenticated', NO_MATCH)
      attempts.forgive(email, sender)
      if (passwords.isOutdated(person.password)) await keepPassword(person.id, await passwords.hash(password))
      return person
    },
    async changePassword(id, { current, next }, sender) {
      const { name, email } = await checkAgain(id, current, sender)
      attempts.forgive(email, sender)
      const fault = findPasswordFault(next, [name, email])
      if (fault) throw badRequest(fault)
      const password = await passwords.hash(next)
      await store.change((state) => {
        const left = withoutSessions(state, id)
        return [{ ...left, people: replace(left.people, id, { password }) }, undefined]
      })
    },
    async offerTotp(id, session, { password }, sender) {
      const { email } = await checkAgain(id, password, sender)
      attempts.forgive(email, sender)
      return secondFactor.offer(id, session)
    },
    async removeTotp(id, { password, code }, sender) {
      const person = await checkAgain(id, password, sender)
      if (!(await secondFactor.use(person, code))) throw badRequest(WRONG_PASSWORD)
      attempts.forgive(person.email, sender)
      await secondFactor.remove(id)
    },
    async eraseOwn(id, { password, code = '' }, sender) {
      const person = await checkAgain(id, password, sender)
      if (person.totp && !(await secondFactor.use(person, code))) throw badRequest(WRONG_PASSWORD)
      await register.eraseOwn(id)
      attempts.forgive(person.email, sender)
    },
  }
}
