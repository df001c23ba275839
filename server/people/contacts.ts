import { findConsentText, presentConsent } from '../../data/model/consent.ts'
import type { Contact, ContactConsent } from '../../data/model/person.ts'
import { Refusal } from '../problems.ts'
import type { Consent, PrivateState } from './private_state.ts'
import type { PrivateStore } from './private_store.ts'

const NO_PAGE = {
  id: 'Akun Anda tidak bekerja untuk sebuah lembaga, jadi tidak ada halaman umum untuk menampilkan kontaknya. Mintalah admin mengisi lembaga Anda.',
  en: 'Your account works for no organisation, so there is no public page to show a contact on. Ask an admin to enter your organisation.',
}
const OTHER_WORDING = {
  id: 'Teks persetujuan ini bukan yang berlaku. Muat ulang halaman, baca teksnya, lalu setujui lagi.',
  en: 'This wording of the consent is not the present one. Reload the page, read it, then agree again.',
}

/** Who may be reached for an organisation, each only while a consent of their own stands. */
export type Contacts = {
  of(organisation: string): readonly Contact[]
  consentOf(person: string): ContactConsent
  /** Puts the consent to a wording on record; refuses another than the present one with 409. */
  give(person: string, wording: number): Promise<void>
  /** From then on no answer has the contact; nothing happens where no consent stands. */
  withdraw(person: string): Promise<void>
}

/** The consent of a person that stands for the organisation they work for now. */
const findStanding = ({ people, consents }: PrivateState, id: string): Consent | null => {
  const person = people.find((one) => one.id === id)
  if (!person || person.isDisabled) return null
  const isTheirs = (one: Consent) => one.person === id && one.organisation === person.organisation
  return consents.find((one) => isTheirs(one) && one.withdrawn === null) ?? null
}

const withdrawn = (state: PrivateState, id: string, time: string): PrivateState => {
  const stands = (one: Consent) => one.person === id && one.withdrawn === null
  if (!state.consents.some(stands)) return state
  return { ...state, consents: state.consents.map((one) => (stands(one) ? { ...one, withdrawn: time } : one)) }
}

export const createContacts = (store: PrivateStore, now: () => Date): Contacts => ({
  of: (organisation) =>
    store
      .state()
      .people.filter(({ id }) => findStanding(store.state(), id)?.organisation === organisation)
      .map(({ name, email }) => ({ name, email })),
  consentOf(person) {
    const standing = findStanding(store.state(), person)
    return {
      asked: presentConsent('contact'),
      given: standing && { wording: findConsentText('contact', standing.wording)!, since: standing.given },
    }
  },
  give: (id, wording) =>
    store.change((state) => {
      if (wording !== presentConsent('contact').version) throw new Refusal('conflict', OTHER_WORDING)
      if (findStanding(state, id)?.wording === wording) return [state, undefined]
      const organisation = state.people.find((one) => one.id === id)?.organisation ?? null
      if (organisation === null) throw new Refusal('conflict', NO_PAGE)
      const given = now().toISOString()
      const left = withdrawn(state, id, given)
      const consent: Consent = { person: id, purpose: 'contact', organisation, wording, given, withdrawn: null }
      return [{ ...left, consents: [...left.consents, consent] }, undefined]
    }),
  withdraw: (id) => store.change((state) => [withdrawn(state, id, now().toISOString()), undefined]),
})
