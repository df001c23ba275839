import { expect, test } from 'vitest'
import type { Accepted } from '../../data/model/work.ts'
import { AskError } from '../../web/api.ts'
import { type Draft, type DraftPhoto, newDraft, type Unanswered } from '../../web/edit/draft.ts'
import { type Channel, save } from '../../web/edit/save.ts'
import type { Sent } from '../../web/edit/send.ts'

const accepted = (revision: number): Sent => ({
  kind: 'accepted',
  accepted: {
    kind: 'activity',
    id: 'a-1',
    revision,
    verification: 'draft',
    seq: revision,
    notes: [],
  } satisfies Accepted,
})
const LOST: Sent = { kind: 'lost' }

/** A server that answers in turn and remembers what it was sent. */
const channelOf = (...answers: readonly Sent[]) => {
  const saves: Unanswered[] = []
  const channel: Channel = {
    sendSave: async (unanswered) => {
      saves.push(unanswered)
      return answers[saves.length - 1] ?? LOST
    },
    sendPhotos: async (photos) => photos.map((photo) => ({ ...photo, id: photo.id ?? `foto-${photo.key}` })),
  }
  return { channel, saves }
}
const titled = (draft: Draft, title: string): Draft => ({ ...draft, fields: { ...draft.fields, title } })
const asked = (draft: Draft, submit = false) => ({
  draft,
  submit,
  today: '2026-11-22',
  source: 'Laporan mitra',
  keep: async () => undefined,
})
const DRAFT = titled(newDraft('mitra-a'), 'Kebun gizi')

test('a new activity is posted once and the draft goes on from the revision it got', async () => {
  const { channel, saves } = channelOf(accepted(1), accepted(2))
  const first = await save(asked(DRAFT), channel)
  expect(first.draft).toMatchObject({ base: { revision: 1 }, unanswered: null })
  const second = await save(asked(titled(first.draft, 'Kebun gizi desa'), true), channel)
  expect(saves.map(({ revision, body }) => [revision, body.submit, body.record.title])).toEqual([
    [null, false, 'Kebun gizi'],
    [1, true, 'Kebun gizi desa'],
  ])
  expect(saves[0]!.body.operation).not.toBe(saves[1]!.body.operation)
  expect(second.draft.base?.revision).toBe(2)
})

test('a save whose answer never came is sent again under the same operation, whatever was typed since', async () => {
  const { channel, saves } = channelOf(LOST, accepted(1), accepted(2))
  const lost = await save(asked(DRAFT), channel)
  expect(lost.sent.kind).toBe('lost')
  const after = await save(asked(titled(lost.draft, 'Kebun gizi desa')), channel)
  expect(saves[1]).toEqual(saves[0])
  expect(saves[2]).toMatchObject({ revision: 1, body: { record: { title: 'Kebun gizi desa' } } })
  expect(after.draft.base?.revision).toBe(2)
})

test('where nothing was typed since, the answer that was missing is all that is needed', async () => {
  const { channel, saves } = channelOf(LOST, accepted(1))
  const lost = await save(asked(DRAFT), channel)
  expect((await save(asked(lost.draft), channel)).sent).toEqual(accepted(1))
  expect(saves).toHaveLength(2)
})

test('what a closed browser must know is kept before anything travels', async () => {
  const kept: Draft[] = []
  const { channel, saves } = channelOf(LOST)
  const keep = async (draft: Draft) => {
    expect(saves).toHaveLength(0)
    kept.push(draft)
  }
  await save({ ...asked(DRAFT), keep }, channel)
  expect(kept[0]?.unanswered).toEqual(saves[0])
})

test('an old save that somebody overtook is a conflict, told with what stands now; it is not sent blindly again', async () => {
  const conflict: Sent = { kind: 'conflict', words: 'Sudah berubah.', conflict: null }
  const { channel, saves } = channelOf(conflict)
  const refused = await save(asked(DRAFT), channel)
  expect(refused.sent).toEqual(conflict)
  expect(refused.draft.unanswered).toBeNull()
  expect(saves).toHaveLength(1)
})

test('pictures go first, once each; a picture that does not arrive keeps the record at home', async () => {
  const photo: DraftPhoto = { key: '1', id: null, blob: new Blob(['x']), caption: '', takenOn: null }
  const { channel, saves } = channelOf(accepted(1), accepted(2))
  const sent = await save(asked({ ...DRAFT, photos: [photo] }), channel)
  expect(saves[0]!.body.record.photos).toEqual([{ id: 'foto-1' }])
  expect(sent.draft.photos[0]?.id).toBe('foto-1')
  const offline: Channel = { ...channel, sendPhotos: () => Promise.reject(new AskError(0, '')) }
  expect((await save(asked({ ...DRAFT, photos: [photo] }), offline)).sent).toEqual(LOST)
  const tooLarge: Channel = { ...channel, sendPhotos: () => Promise.reject(new AskError(413, 'Foto terlalu besar.')) }
  expect((await save(asked({ ...DRAFT, photos: [photo] }), tooLarge)).sent).toMatchObject({
    words: 'Foto terlalu besar.',
  })
  expect(saves).toHaveLength(1)
})

test('whoever was signed out meanwhile loses nothing: the same save waits for the next session', async () => {
  const { channel, saves } = channelOf({ kind: 'signed_out', words: 'Masuk dahulu.' }, accepted(1))
  const out = await save(asked(DRAFT), channel)
  expect(out.draft.unanswered).toEqual(saves[0])
  await save(asked(out.draft), channel)
  expect(saves[1]).toEqual(saves[0])
})
