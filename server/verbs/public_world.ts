import { THEMES } from '../../data/model/theme.ts'
import { URUSAN } from '../../data/model/urusan.ts'
import { shownPlace } from '../journal/place.ts'
import { openForReading } from '../publish/read_store.ts'
import { createWorld, type World } from '../world.ts'
import { openPlaces } from './places.ts'
import { type Desk, tell } from './verb.ts'

/** The world over the journal as it stands, beside a running server as well; null, and told why, where there is no journal. */
export const openPublicWorld = async (desk: Desk): Promise<World | null> => {
  const { journal } = desk.config
  const store = await openForReading(journal)
  if (store.state.seq > 0) return createWorld({ places: await openPlaces(desk), store, themes: THEMES, urusan: URUSAN })
  tell(desk, {
    id: `Belum ada jurnal di ${shownPlace(journal)}. Periksa BENTANG_HOME, atau mulai server lebih dahulu.`,
    en: `There is no journal in ${shownPlace(journal)} yet. Check BENTANG_HOME, or start the server first.`,
  })
  return null
}
