import type { Words } from './words.ts'

/** What somebody may consent to: to be named as a contact, or that a place is shown which being known could harm. */
export const CONSENT_PURPOSES = ['contact', 'sensitive_site'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** What was read to whoever consented. `since` is the ISO day from which on it was used. */
export type ConsentText = { readonly version: number; readonly since: string; readonly words: Words }

/**
 * Every wording there ever was, the oldest first; a record of consent names its version, so that it can be shown again.
 * A wording that was in use is never changed: another is another version.
 */
export const CONSENT_TEXTS: { readonly [P in ConsentPurpose]: readonly ConsentText[] } = {
  contact: [
    {
      version: 1,
      since: '2026-11-23',
      words: {
        id: 'Saya setuju nama dan alamat surel saya tampil di halaman umum lembaga saya, agar siapa pun dapat menghubungi saya tentang kegiatannya. Siapa pun di internet dapat membacanya. Saya dapat menariknya kapan saja di halaman akun; sejak itu tidak tampil lagi. Yang sudah disalin orang lain tidak dapat ditarik kembali.',
        en: 'I agree that my name and mail address stand on the public page of my organisation, so that anybody can reach me about its work. Anybody on the internet can read them. I can withdraw this at any time on the account page; from then on they are not shown any more. What others have copied by then cannot be called back.',
      },
    },
  ],
  sensitive_site: [
    {
      version: 1,
      since: '2026-11-23',
      words: {
        id: 'Kami, yang menjaga tempat ini, setuju ia tampil kepada mereka yang dipilih bersama kami di formulir: dibulatkan (umum hanya melihat titik tengah petak tetap 0,1 derajat, sekitar 11 km, dan hanya bila sedikitnya tiga tempat seperti ini ada di dalamnya), hanya anggota Sekber, atau umum dengan letak tepatnya. Kami dapat menarik persetujuan ini kapan saja melalui lembaga yang mencatatnya; sejak itu tempat ini tidak tampil lagi. Yang sudah diunduh orang lain tidak dapat ditarik kembali.',
        en: 'We, who keep this place, agree that it is shown to those who were chosen with us in the form: rounded (the public sees only the middle of a fixed cell of 0.1 degree, about 11 km, and only where at least three such places lie in it), members of Sekber alone, or the public with its exact place. We can withdraw this consent at any time through the organisation that recorded it; from then on the place is not shown any more. What others have downloaded by then cannot be called back.',
      },
    },
  ],
}

/** The wording that is shown to whoever is asked today. */
export const presentConsent = (purpose: ConsentPurpose): ConsentText => CONSENT_TEXTS[purpose].at(-1)!

/** Null for a version that there never was. */
export const findConsentText = (purpose: ConsentPurpose, version: number): ConsentText | null =>
  CONSENT_TEXTS[purpose].find((one) => one.version === version) ?? null
