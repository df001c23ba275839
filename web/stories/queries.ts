import { useQuery } from '@tanstack/react-query'
import type { SearchHit } from '../../data/model/answers.ts'
import type { StoryAnswer, StoryList } from '../../data/model/story_answer.ts'
import type { WorkList, WorkRecord } from '../../data/model/work.ts'
import { addressOf, api, ask } from '../api.ts'

export const useStories = () =>
  useQuery({ queryKey: ['stories'], queryFn: ({ signal }) => ask<StoryList>('/api/stories', signal) })

export const useStory = (id: string) =>
  useQuery({
    queryKey: ['story', id],
    queryFn: ({ signal }) => ask<StoryAnswer>(`/api/stories/${encodeURIComponent(id)}`, signal),
    retry: false,
  })

/** More stories than anybody keeps. */
const MOST = 200

/** Those that the person who is signed in may change, in whatever state. */
export const useOwnStories = (enabled: boolean) =>
  useQuery({
    queryKey: ['work', 'stories'],
    queryFn: ({ signal }) => ask<WorkList>(addressOf('/api/work/records', { kind: 'story', limit: MOST }), signal),
    enabled,
  })

export const askWorkStory = (id: string, signal: AbortSignal) =>
  ask<WorkRecord<'story'>>(`/api/work/records/story/${encodeURIComponent(id)}`, signal)

/** As those see it who may change it; null where it is none of theirs. */
export const useWorkStory = (id: string | null) =>
  useQuery({
    queryKey: ['work-story', id],
    queryFn: ({ signal }) => askWorkStory(id ?? '', signal),
    enabled: id !== null,
    retry: false,
    // Somebody is writing on it: a newer version is a question at saving, not a surprise in the form.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })

export type Photographed = {
  readonly id: string
  readonly title: string
  readonly photos: readonly { readonly id: string }[]
}

/** Public activities that a word finds and that show photos. */
export const usePhotographed = (word: string) =>
  useQuery({
    queryKey: ['photographed', word],
    queryFn: async ({ signal }): Promise<readonly Photographed[]> => {
      const hits: readonly SearchHit[] = await api.search(word, signal)
      const activities = hits.filter(({ kind }) => kind === 'activity')
      const found = await Promise.all(activities.map(({ id }) => api.record('activity', id, signal)))
      return found.flatMap(({ record: { id, title, photos = [] } }) =>
        photos.length > 0 ? [{ id, title, photos }] : [],
      )
    },
    enabled: word.trim().length >= 3,
  })
