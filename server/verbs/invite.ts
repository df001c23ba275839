import { resolve } from 'node:path'
import { renderUnicodeCompact } from 'uqr'
import { isModerating, isPersonRole, type PersonRole, ROLES } from '../../data/model/person.ts'
import { shownPlace } from '../journal/place.ts'
import { verifyAt } from '../journal/verify.ts'
import { findOrganisation } from '../organisations.ts'
import { foldEmail, isEmail } from '../people/email.ts'
import { linkOf, newInvitation } from '../people/invitations.ts'
import { leaveInvitation } from '../people/left_invitations.ts'
import { PRIVATE_FOLDER } from '../people/private_file.ts'
import { readOptions } from './options.ts'
import { type Desk, Misuse, tell, type Verb } from './verb.ts'

const readRole = (given: string | undefined, organisation: string | null): PersonRole => {
  if (given === undefined) return organisation === null ? 'admin' : 'partner'
  if (isPersonRole(given)) return given
  const known = ROLES.join(', ')
  throw new Misuse({
    id: `Peran "${given}" tidak dikenal. Yang ada: ${known}.`,
    en: `The role "${given}" is not known. There are: ${known}.`,
  })
}

const checkOrganisation = async (role: PersonRole, organisation: string | null, { config }: Desk): Promise<void> => {
  if (organisation === null && isModerating(role)) return
  if (organisation === null)
    throw new Misuse({
      id: 'Mitra dan perencana bekerja untuk sebuah lembaga: tambahkan --organisation ID.',
      en: 'Partners and planners work for an organisation: add --organisation ID.',
    })
  if (findOrganisation(await verifyAt(config.journal), organisation)) return
  throw new Misuse({
    id: `Lembaga "${organisation}" tidak ada dalam jurnal di ${shownPlace(config.journal)}.`,
    en: `There is no organisation "${organisation}" in the journal in ${shownPlace(config.journal)}.`,
  })
}

const readEmail = (given: string | undefined): string | null => {
  if (given === undefined) return null
  if (isEmail(foldEmail(given))) return foldEmail(given)
  throw new Misuse({ id: `"${given}" bukan alamat surel.`, en: `"${given}" is not a mail address.` })
}

export const invite: Verb = {
  takes: '[--role admin|moderator|planner|partner] [--organisation ID] [--email ADDRESS]',
  about: {
    id: 'Membuat undangan sekali pakai (72 jam) dan mencetak tautannya; server boleh sedang berjalan.',
    en: 'Makes an invitation for single use (72 hours) and prints its link; the server may be running.',
  },
  async run(args, desk) {
    const {
      role: given,
      organisation = null,
      email,
    } = readOptions(args, { role: { type: 'string' }, organisation: { type: 'string' }, email: { type: 'string' } })
    const role = readRole(given, organisation)
    await checkOrganisation(role, organisation, desk)
    const invited = { role, organisation, email: readEmail(email) }
    const { invitation, secret } = newInvitation(invited, 'operator', new Date())
    await leaveInvitation(resolve(desk.config.home, PRIVATE_FOLDER), invitation)
    const link = linkOf(desk.config.url, secret)
    desk.out.write(`${link}\n`)
    desk.err.write(`${renderUnicodeCompact(link)}\n`)
    const whose = organisation === null ? role : `${role}, ${organisation}`
    tell(desk, {
      id: `Undangan untuk ${whose}, sekali pakai, sampai ${invitation.expires}. Berikan tautan atau kode QR ini langsung kepada orangnya.`,
      en: `An invitation for ${whose}, for single use, until ${invitation.expires}. Hand this link or QR code to that person only.`,
    })
    return 0
  },
}
