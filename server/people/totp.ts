import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'
import { isModerating, type TotpOffer } from '../../data/model/person.ts'
import { badRequest, Refusal } from '../problems.ts'
import { type Person, replace } from './private_state.ts'
import type { PrivateStore } from './private_store.ts'
import { withoutSessions } from './sessions.ts'

/** A code is good half a minute before and after its own, because clocks differ. */
const WINDOW = 1
/** More than fit into the window, so that no used code is forgotten while it could be shown again. */
const USED_KEPT = 20

const ALREADY = {
  id: 'Faktor kedua sudah terpasang. Lepas dahulu dengan kata sandi dan kodenya, lalu pasang yang baru.',
  en: 'A second factor is set up already. Remove it first, with your password and its code, then set up a new one.',
}
const NOT_BEGUN = {
  id: 'Pemasangan faktor kedua belum dimulai di peramban ini. Mulai lagi dari awal.',
  en: 'Setting up a second factor was not begun in this browser. Begin anew.',
}
const WRONG_CODE = {
  id: 'Kode tidak cocok. Tulis enam angka yang sedang ditampilkan aplikasi Anda, dan periksa jam perangkat Anda.',
  en: 'The code does not match. Type the six digits your app shows now, and check the clock of your device.',
}

const asTotp = (secret: string, label = '') => new TOTP({ issuer: 'Bentang', label, secret: Secret.fromBase32(secret) })

/** The counter whose code this is; null when it is none of now. */
const findCounter = (secret: string, code: string, nowMs: number): number | null => {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const totp = asTotp(secret)
  const delta = totp.validate({ token, timestamp: nowMs, window: WINDOW })
  return delta === null ? null : totp.counter({ timestamp: nowMs }) + delta
}

export type SecondFactor = {
  /** A new secret, shown once and good for nothing until it is confirmed in the same session. */
  offer(person: string, session: string): Promise<TotpOffer>
  /** Ends every session of the person: they were opened with less. */
  confirm(person: string, session: string, code: string): Promise<void>
  /** Whether the code is right; it is used up by that. */
  use(person: Person, code: string): Promise<boolean>
  /** Ends every session of the person. */
  remove(person: string): Promise<void>
}

export const createSecondFactor = (store: PrivateStore, now: () => Date): SecondFactor => ({
  async offer(personId, session) {
    const secret = new Secret({ size: 20 }).base32
    const person = await store.change((state) => {
      const found = state.people.find(({ id }) => id === personId)
      if (!found || found.totp) throw new Refusal('conflict', ALREADY)
      return [{ ...state, sessions: replace(state.sessions, session, { pendingTotp: secret }) }, found]
    })
    const uri = asTotp(secret, person.email).toString()
    return { secret, uri, qrSvg: renderSVG(uri) }
  },
  confirm: (personId, session, code) =>
    store.change((state) => {
      const pending = state.sessions.find(({ id }) => id === session)?.pendingTotp
      if (!pending) throw new Refusal('conflict', NOT_BEGUN)
      if (state.people.some(({ id, totp }) => id === personId && totp)) throw new Refusal('conflict', ALREADY)
      const counter = findCounter(pending, code, now().getTime())
      if (counter === null) throw badRequest(WRONG_CODE)
      const totp = { secret: pending, used: [counter] }
      const left = withoutSessions(state, personId)
      return [{ ...left, people: replace(left.people, personId, { totp }) }, undefined]
    }),
  use: (person, code) =>
    store.change<boolean>((state) => {
      const totp = state.people.find(({ id }) => id === person.id)?.totp
      const counter = totp ? findCounter(totp.secret, code, now().getTime()) : null
      if (!totp || counter === null || totp.used.includes(counter)) return [state, false]
      const used = [...totp.used, counter].slice(-USED_KEPT)
      return [{ ...state, people: replace(state.people, person.id, { totp: { ...totp, used } }) }, true]
    }),
  remove: (person) =>
    store.change((state) => {
      const left = withoutSessions(state, person)
      return [{ ...left, people: replace(left.people, person, { totp: null }) }, undefined]
    }),
})

/** A moderator or admin without a second factor may do nothing but set one up. */
export const mustSetTotp = ({ role, totp }: Person): boolean => isModerating(role) && totp === null
