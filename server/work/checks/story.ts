import type { AnyRecord } from '../../../data/model/record.ts'
import { findingsOf } from '../../../data/model/story_checks.ts'
import type { Finding } from '../../../data/model/work.ts'
import { parseView } from '../../../data/view/view.ts'

/** What would show a reader nothing, or something else than was meant. */
export const storyOf = ({ kind, record }: AnyRecord): readonly Finding[] =>
  kind === 'story' ? findingsOf(record, (search) => parseView(search).repaired) : []
