import type { Story } from '../../data/model/story.ts'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import type { Member } from '../access/caller.ts'
import { tellStory } from '../stories.ts'
import { noRecord, openRecord } from './find.ts'
import type { Room } from './room.ts'

/** The newest state of a story with its notes, for those who may change it; its figures are those that everyone sees. */
export const openStory = (room: Room, caller: Member, id: string): StoryAnswer => {
  const { seen, side, isNewest } = openRecord(room, caller, 'story', id)
  if (!isNewest || side === 'nobody') throw noRecord('story', id)
  return tellStory(seen.record as Story, room.world)
}
