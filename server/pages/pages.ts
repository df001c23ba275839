import { LAYERS } from '../../data/layers/index.ts'
import { isKind, KINDS } from '../../data/model/record.ts'
import type { World } from '../world.ts'
import { directoryPage, isLayer, layerPage } from './data_pages.ts'
import { pathOf } from './frame.ts'
import { frontPage } from './front_page.ts'
import { organisationPage } from './organisation_page.ts'
import type { PublicPage, Reader } from './page.ts'
import { type RecordHeld, recordPage } from './record_page.ts'
import { storiesOf, storyPage } from './story_page.ts'

const recordAt = (kind: string, id: string, reader: Reader): PublicPage | null => {
  if (!isKind(kind) || kind === 'story') return null
  const held = reader.world.everyone.find(kind, id)
  if (!held) return null
  const organisation = kind === 'organisation' ? reader.world.everyone.find('organisation', id) : null
  if (organisation) return organisationPage(organisation.record, reader)
  return recordPage({ kind, ...held } as RecordHeld, reader)
}

const parse = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** The page at a path; null where there is none for everyone: what is hidden is as what never was. */
export const findPage = async (path: string, reader: Reader): Promise<PublicPage | null> => {
  const [first = '', second, third, ...more] = path.split('/').slice(1).map(parse)
  if (more.length > 0) return null
  if (path === '/') return frontPage(reader, storiesOf(reader.world))
  if (path === '/data') return directoryPage(reader, storiesOf(reader.world))
  if (first === 'data' && second && third === undefined) return isLayer(second) ? layerPage(second, reader) : null
  if (first === 'present' && second && third === undefined) return storyPage(second, reader)
  return first === 'p' && second && third ? recordAt(second, third, reader) : null
}

/** The path of every page that everyone may read, in an order that the data alone decides. */
export const pagePaths = (world: World): readonly string[] => [
  '/',
  '/data',
  ...LAYERS.map(({ id }) => `/data/${id}`),
  ...KINDS.flatMap((kind) =>
    world.everyone
      .all(kind)
      .map(({ id }) => pathOf(kind, id))
      .sort(),
  ),
]
