import type { Activity } from '../../../data/model/activity.ts'
import type { Words } from '../../../data/model/words.ts'
import type { Member } from '../../access/caller.ts'
import { codeOf, NO_ROOM } from '../../journal/files.ts'
import { badRequest, Refusal } from '../../problems.ts'
import { seenByMember } from '../find.ts'
import type { Room } from '../room.ts'
import { readPicture } from './picture.ts'
import { tellsWhere } from './position.ts'

const LONGEST_SIDE = 4_096

const NOT_A_PICTURE: Words = {
  id: 'Berkas ini bukan foto JPEG, PNG atau WebP yang utuh. Simpan ulang fotonya lalu kirim lagi.',
  en: 'This file is no whole JPEG, PNG or WebP photo. Save the photo anew and send it again.',
}
const TOO_LARGE: Words = {
  id: `Foto ini lebih dari ${LONGEST_SIDE} piksel pada satu sisi. Perkecil lalu kirim lagi.`,
  en: `This photo has more than ${LONGEST_SIDE} pixels on one side. Make it smaller and send it again.`,
}
const TELLS_WHERE: Words = {
  id: 'Foto ini masih memuat posisi tempat ia diambil, atau keterangan yang tidak dapat diperiksa. Hapus keterangannya lalu kirim lagi.',
  en: 'This photo still tells where it was taken, or carries notes that cannot be checked. Remove them and send it again.',
}
const NO_DISK: Words = {
  id: 'Disk penuh, foto tidak disimpan. Beri tahu pengelola, lalu kirim lagi.',
  en: 'The disk is full, the photo was not kept. Tell the operator, then send it again.',
}

/** Keeps a photo that says nothing of where it was taken; refuses any other in words. */
export const takePhoto = async ({ photos }: Pick<Room, 'photos'>, bytes: Uint8Array): Promise<string> => {
  const picture = readPicture(bytes)
  if (!picture || picture.width === 0 || picture.height === 0) throw badRequest(NOT_A_PICTURE)
  if (Math.max(picture.width, picture.height) > LONGEST_SIDE) throw new Refusal('too-large', TOO_LARGE)
  if (tellsWhere(bytes, picture)) throw badRequest(TELLS_WHERE)
  try {
    return await photos.keep(bytes)
  } catch (error) {
    throw NO_ROOM.has(codeOf(error)) ? new Refusal('disk-full', NO_DISK, { 'Retry-After': '30' }) : error
  }
}

/** Ids of the photos that an activity shows; none of other records. */
export const photosIn = (record: unknown): readonly string[] =>
  ((record as Partial<Activity>).photos ?? []).map(({ id }) => id)

const shows = (record: unknown, photo: string): boolean => photosIn(record).includes(photo)

/** True where a record that everyone sees shows the photo. */
export const isPublicPhoto = ({ world }: Pick<Room, 'world'>, photo: string): boolean =>
  world.everyone.all('activity').some((activity) => shows(activity, photo))

/** A member sees the photos of what they see; one that is in no record yet belongs to whoever knows its hash. */
export const seesPhoto = (room: Room, caller: Member, photo: string): boolean => {
  const showing = [...room.store.state.records.values()].filter(
    ({ record, standing }) => shows(record, photo) || standing.some((version) => shows(version.record, photo)),
  )
  return showing.length === 0 || showing.some((kept) => shows(seenByMember(caller, kept, room)?.record ?? {}, photo))
}
