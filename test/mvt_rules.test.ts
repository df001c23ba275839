import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTilesets, type Tileset } from '../server/tiles/tilesets.ts'
import { addressesOver, readTile } from './mvt.ts'
import { faultsOfTile } from './mvt_rules.ts'
import { openSampleApp, type SampleApp } from './sample_app.ts'

type Fixture = {
  readonly id: string
  readonly description: string
  readonly validity: { readonly v2: boolean; readonly error?: string }
  readonly buffer: Uint8Array
  readonly json: { readonly layers?: readonly { readonly name: string; readonly features: readonly unknown[] }[] }
}
const { each } = createRequire(import.meta.url)('@mapbox/mvt-fixtures') as { each(visit: (one: Fixture) => void): void }
const FIXTURES: Fixture[] = []
each((fixture) => FIXTURES.push(fixture))

/** 016 is byte for byte 003, which is invalid; 057 counts more positions than it has, as 052 does, which is invalid. */
const DOUBTFUL = ['016', '057']

/** By the decoder that draws our tiles: how many parts each feature of each layer has. */
const readWhole = ({ buffer }: Fixture) =>
  Object.values(readTile(buffer)).map((layer) => ({
    name: layer.name,
    features: Array.from({ length: layer.length }, (_, at) => layer.feature(at).loadGeometry().length),
  }))

describe('the fixtures of the format', () => {
  test('what is valid is read whole, and no rule is found broken in it', () => {
    const valid = FIXTURES.filter(({ validity }) => validity.v2)
    expect(valid.length).toBeGreaterThan(40)
    for (const fixture of valid) {
      const { id, json, buffer } = fixture
      expect([id, readWhole(fixture).map(({ name, features }) => [name, features.length])]).toEqual([
        id,
        (json.layers ?? [])
          .filter(({ features }) => features.length > 0)
          .map(({ name, features }) => [name, features.length]),
      ])
      const faults = faultsOfTile(buffer).filter((fault) => !/version 1$/.test(fault))
      if (!DOUBTFUL.includes(id)) expect([id, faults]).toEqual([id, []])
    }
  })

  test('what is invalid is named, and whoever reads it all the same comes to an end', () => {
    const invalid = FIXTURES.filter(({ validity }) => !validity.v2)
    expect(invalid.length).toBeGreaterThan(20)
    for (const fixture of invalid) {
      expect([fixture.id, faultsOfTile(fixture.buffer).length > 0]).toEqual([fixture.id, true])
      try {
        readWhole(fixture)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
      }
    }
  })
})

let sample: SampleApp
let tilesets: ReadonlyMap<string, Tileset>
beforeAll(async () => {
  sample = await openSampleApp()
  tilesets = createTilesets(sample.world)
}, 60_000)
afterAll(() => sample.close())

/** Deeper, so many tiles a tileset and zoom, evenly over the regencies. */
const MOST_DEEP = 24
const EVERY_TILE_TO = 9

test('every tile of every tileset obeys the specification, to zoom 9 all over the regencies, deeper in a fan', async () => {
  const { places } = sample.world.geography
  const broken: string[] = []
  let read = 0
  for (let z = 0; z <= 14; z += 1) {
    const all = addressesOver(places, z)
    const step = z <= EVERY_TILE_TO ? 1 : Math.ceil(all.length / MOST_DEEP)
    for (const address of all.filter((_, at) => at % step === 0))
      for (const [id, tileset] of tilesets) {
        const filter = tileset.accepts ? { theme: 'stunting', period: { from: 2026, to: 2026 } } : {}
        const tile = await tileset.cut(address, filter)
        if (!tile) continue
        read += 1
        broken.push(...faultsOfTile(tile).map((fault) => `${id} ${z}/${address.x}/${address.y} ${fault}`))
      }
  }
  expect(broken.slice(0, 20)).toEqual([])
  expect(read).toBeGreaterThan(1_000)
}, 60_000)
