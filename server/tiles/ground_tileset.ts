import Flatbush from 'flatbush'
import { gaps } from '../../data/layers/gaps.ts'
import { overlaps } from '../../data/layers/overlaps.ts'
import { type Code, isWithin } from '../../data/model/codes.ts'
import type { Words } from '../../data/model/words.ts'
import { TILESETS } from '../../styles/sources.ts'
import type { GroundKind, UnitGround } from '../engine/grounds.ts'
import { badRequest } from '../problems.ts'
import { unitName } from '../unit_name.ts'
import type { World } from '../world.ts'
import { BUFFER_SHARE, boundsOfTile, type TileAddress } from './cut.ts'
import { createGroundTile, GROUND_FIELDS } from './ground_tile.ts'
import type { TileFilter } from './records.ts'
import type { Tileset } from './tilesets.ts'

const LAYERS = { gaps, overlaps } as const
export type GroundLayer = keyof typeof LAYERS
const KINDS: { readonly [L in GroundLayer]: GroundKind } = { gaps: 'gap', overlaps: 'overlap' }

export const isGroundLayer = (id: string): id is GroundLayer => Object.hasOwn(LAYERS, id)

const missing = (name: string): Words => ({
  id: `Parameter "${name}" belum ada. Tambahkan lalu coba lagi.`,
  en: `Parameter "${name}" is missing. Add it and try again.`,
})

const required = ({ theme, period }: TileFilter) => {
  if (theme === undefined) throw badRequest(missing('theme'))
  if (period === undefined) throw badRequest(missing('period'))
  return { theme, period }
}

/** Villages by the boxes that the tiles ask with. */
const createVillageIndex = ({ geography }: World) => {
  const villages = geography.within('', 'village').flatMap(({ code }) => {
    const box = geography.boundsOf(code)
    return box ? [{ code, box }] : []
  })
  const tree = villages.length > 0 ? new Flatbush(villages.length) : null
  for (const { box } of villages) tree?.add(...box)
  tree?.finish()
  return (address: TileAddress, region: Code | undefined): readonly Code[] =>
    (tree?.search(...boundsOfTile(address, BUFFER_SHARE)) ?? [])
      .map((at) => villages[at]!.code)
      .filter((code) => region === undefined || isWithin(code, region))
      .sort()
}

const provinceOf = (code: Code): Code => code.slice(0, code.indexOf('.'))

/** Ground of the villages that meet the tile, computed as far as nobody asked for it before. */
export const groundTilesets = (world: World): readonly Tileset[] => {
  const villagesIn = createVillageIndex(world)

  const groundsIn = async (codes: readonly Code[], kind: GroundKind, filter: TileFilter) => {
    const { organisations, statuses, signal } = filter
    const { theme, period } = required(filter)
    const found: UnitGround[] = []
    for (const region of new Set(codes.map(provinceOf))) {
      const among = codes.filter((code) => isWithin(code, region))
      const asked = { region, theme, period, level: 'village', among } as const
      const question = { ...asked, ...(organisations ? { organisations } : {}), ...(statuses ? { statuses } : {}) }
      found.push(...(await world.everyone.grounds(question, kind, signal)))
    }
    return found
  }

  return (Object.keys(LAYERS) as GroundLayer[]).map((id) => {
    const { maxZoom } = TILESETS[id]
    const { about, minZoom } = LAYERS[id]
    const kind = KINDS[id]
    const draw = createGroundTile(id, kind)
    return {
      id,
      description: `${about.en} Needs theme and period; filters: region, organisation, status`,
      maxZoom,
      layers: [
        { id, description: 'Areas', fields: GROUND_FIELDS },
        { id: `${id}-lines`, description: 'Their outlines', fields: GROUND_FIELDS },
      ],
      accepts: required,
      cut: async (address, filter) => {
        if (address.z < minZoom) return null
        const grounds = await groundsIn(villagesIn(address, filter.region), kind, filter)
        return grounds.length === 0 ? null : draw(grounds, (code) => unitName(world, code), address)
      },
    }
  })
}
