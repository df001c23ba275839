import type { ChangeItem } from '../data/model/change_feed.ts'
import type { FeedEntry } from './change_feed.ts'
import { pathOf } from './pages/frame.ts'

/** A change as it is told at an address, with where its record stands. */
export const changeItemOf = ({ key: _, ...entry }: FeedEntry, base: string): ChangeItem => {
  const isGone = entry.what === 'removed'
  return {
    ...entry,
    record: isGone ? null : `${base}/api/records/${entry.kind}/${encodeURIComponent(entry.id)}`,
    page: isGone ? null : `${base}${pathOf(entry.kind, entry.id)}`,
  }
}
