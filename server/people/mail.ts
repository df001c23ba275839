import type { Mail } from '../mail.ts'

/** Sends the link of an invitation; false when the mail was not taken. */
export type InvitationMail = (to: string, link: string, from: string) => Promise<boolean>

/** Indonesian first; the name of the one who invites is the only text in it that a person wrote. */
export const mailInvitations =
  (mail: Mail): InvitationMail =>
  (to, link, from) =>
    mail({
      to,
      subject: 'Undangan ke Bentang / Your invitation to Bentang',
      text: [
        `${from} mengundang Anda ke Bentang. Buka tautan ini dalam 72 jam; hanya dapat dipakai sekali:`,
        '',
        link,
        '',
        `${from} invites you to Bentang. Open the link above within 72 hours; it can be used once.`,
        '',
      ].join('\n'),
    })
