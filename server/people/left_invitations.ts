import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, nodeFiles } from '../journal/files.ts'
import { replaceFile } from '../journal/replace_file.ts'
import { makePrivateFolder } from './private_file.ts'
import { type Invitation, leftInvitation } from './private_state.ts'

/**
 * Invitations made at the command line lie as single files beside the private state until the server takes them over:
 * so it alone writes the state, and an invitation can be made while it runs.
 */
export type LeftInvitations = {
  read(): Promise<readonly Invitation[]>
  remove(id: string): Promise<void>
}

export const NOTHING_LEFT: LeftInvitations = { read: async () => [], remove: async () => {} }

const ENDING = '.json'
const folderOf = (privateFolder: string): string => join(privateFolder, 'invitations')

/** Null for what is no invitation, or none of ours. */
const parse = (text: string): Invitation | null => {
  try {
    return leftInvitation.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export const leaveInvitation = async (privateFolder: string, invitation: Invitation): Promise<void> => {
  const folder = folderOf(privateFolder)
  await makePrivateFolder(privateFolder)
  await makePrivateFolder(folder)
  await replaceFile(join(folder, `${invitation.id}${ENDING}`), [`${JSON.stringify(invitation)}\n`])
}

export const openLeftInvitations = (
  privateFolder: string,
  report: (error: unknown) => void = console.error,
): LeftInvitations => {
  const folder = folderOf(privateFolder)
  /** One that another user of the machine made may not be readable: the others are. */
  const load = (name: string): Promise<string> =>
    readFile(join(folder, name), 'utf8').catch((error: unknown) => {
      report(error)
      return ''
    })
  return {
    async read() {
      const names = await readdir(folder).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return []
        throw error
      })
      const texts = await Promise.all(names.filter((name) => name.endsWith(ENDING)).map(load))
      return texts.map(parse).filter((one) => one !== null)
    },
    async remove(id) {
      await rm(join(folder, `${id}${ENDING}`), { force: true })
      // It may name an address: a power cut must not bring it back.
      await nodeFiles.syncFolder(folder)
    },
  }
}
