import { useMemo } from 'react'
import { rewriteSearch, useSearch } from '../useView.ts'

/** What the screen of stories keeps in the address. */
export type StoryView = {
  readonly story: string | null
  /** The scene that is open. */
  readonly scene: string | null
  readonly isNew: boolean
}

const NAMES: { readonly [K in keyof StoryView]: string } = { story: 'story', scene: 'scene', isNew: 'new' }

export const parseStoryView = (search: string): StoryView => {
  const given = new URLSearchParams(search)
  return {
    story: given.get(NAMES.story) || null,
    scene: given.get(NAMES.scene) || null,
    isNew: given.get(NAMES.isNew) !== null,
  }
}

export const storySearch = (search: string, change: Partial<StoryView>): string => {
  const { story, scene, isNew } = { ...parseStoryView(search), ...change }
  const given = new URLSearchParams(search)
  const put = (name: string, value: string | null) => {
    if (value) given.set(name, value)
    else given.delete(name)
  }
  put(NAMES.story, story)
  put(NAMES.scene, scene)
  put(NAMES.isNew, isNew ? '1' : null)
  const text = given.toString()
  return text ? `?${text}` : ''
}

export const useStoryView = (): StoryView => {
  const search = useSearch()
  return useMemo(() => parseStoryView(search), [search])
}

/** Choosing a scene makes no step in the history; opening a story does. */
export const changeStoryView = (change: Partial<StoryView>): void => {
  const isStep = Object.keys(change).some((key) => key !== 'scene')
  rewriteSearch(storySearch(location.search, change), isStep)
}
