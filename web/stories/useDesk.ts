import { type KeptRecord, type RecordDesk, useRecordDesk } from '../desk/useRecordDesk.ts'
import { type Clash, mergeStories } from './merge.ts'

export type Kept = KeptRecord<'story'>

/** One draft of a story for list, map and fields. */
export type Desk = RecordDesk<'story', Clash>

type Rights = Parameters<typeof useRecordDesk<'story', Clash>>[3]

export const useDesk = (name: string, kept: Kept, rights: Rights): Desk =>
  useRecordDesk('story', name, kept, rights, mergeStories)
