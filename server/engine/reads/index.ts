export type { Holding } from './holding.ts'
export { idsInArea, slotsInArea } from './in_area.ts'
export { count, idsInBox, idsReachingBox, slotsInBox, slotsReachingBox } from './in_box.ts'
export { type Filter, type Sieve, sieveOf } from './sieve.ts'
