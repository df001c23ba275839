import type { World } from './world.ts'

/** The name of a unit of any level: a place, a zone or an authority area. */
export const unitName = ({ geography, everyone }: Pick<World, 'geography' | 'everyone'>, code: string): string =>
  everyone.find('zone', code)?.record.name ?? everyone.find('authority', code)?.record.name ?? geography.nameOf(code)
