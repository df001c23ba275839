import type { Scene, Story } from '../../data/model/story.ts'
import type { Accepted } from '../../data/model/work.ts'
import { AskError } from '../api.ts'
import { saveRecord } from '../desk/save_record.ts'
import { freeSceneId, insertScene } from './draft.ts'
import { askWorkStory } from './queries.ts'

type Added = { readonly story: string; readonly scene: string; readonly number: number }

/** A story that this scene begins. */
export const beginWith = async (story: Omit<Story, 'scenes'>, scene: Omit<Scene, 'id'>): Promise<Added> => {
  const whole = insertScene({ ...story, scenes: [] }, { ...scene, id: 'adegan-1' }, null)
  const { id } = await saveRecord('story', { id: null, revision: 0, record: whole, submit: false, verify: false })
  return { story: id, scene: 'adegan-1', number: 1 }
}

const append = async (id: string, scene: Omit<Scene, 'id'>): Promise<Added> => {
  const { record, revision } = await askWorkStory(id, new AbortController().signal)
  const named = { ...scene, id: freeSceneId(record) }
  const saving = { id, revision, record: insertScene(record, named, null), submit: false, verify: false }
  const accepted: Accepted = await saveRecord('story', saving)
  return { story: accepted.id, scene: named.id, number: saving.record.scenes.length }
}

/** At the end of a story as it stands; whoever saved in between keeps theirs, and the scene follows it. */
export const addScene = async (id: string, scene: Omit<Scene, 'id'>): Promise<Added> => {
  try {
    return await append(id, scene)
  } catch (error) {
    if (error instanceof AskError && error.status === 412) return append(id, scene)
    throw error
  }
}
