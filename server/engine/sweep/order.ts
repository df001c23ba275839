import { grown } from '../arena.ts'

/** Numbers 0 to count - 1 in the order of their keys; equal keys keep their order. */
export type Order = { sorted: Int32Array; buckets: Int32Array; starts: Int32Array }

export const createOrder = (): Order => ({
  sorted: new Int32Array(256),
  buckets: new Int32Array(256),
  starts: new Int32Array(257),
})

const FEW = 12

/** Buckets of one key on average, then insertion: windows are split where borders crowd, so keys are spread well. */
export const sortByKey = (order: Order, keys: Float64Array, count: number, least: number, most: number): Int32Array => {
  order.sorted = grown(order.sorted, count)
  const { sorted } = order
  if (count <= FEW) for (let at = 0; at < count; at++) sorted[at] = at
  else spread(order, keys, count, least, most)
  for (let at = 1; at < count; at++) {
    const item = sorted[at]!
    const key = keys[item]!
    let to = at
    while (to > 0 && keys[sorted[to - 1]!]! > key) {
      sorted[to] = sorted[to - 1]!
      to--
    }
    sorted[to] = item
  }
  return sorted
}

const spread = (order: Order, keys: Float64Array, count: number, least: number, most: number): void => {
  order.buckets = grown(order.buckets, count)
  order.starts = grown(order.starts, count + 1)
  const { sorted, buckets, starts } = order
  starts.fill(0, 0, count + 1)
  const perMetre = (count - 1) / (most - least)
  for (let at = 0; at < count; at++) {
    const bucket = Math.max(0, Math.min(count - 1, Math.floor((keys[at]! - least) * perMetre)))
    buckets[at] = bucket
    starts[bucket + 1] = starts[bucket + 1]! + 1
  }
  for (let bucket = 1; bucket < count; bucket++) starts[bucket] = starts[bucket]! + starts[bucket - 1]!
  for (let at = 0; at < count; at++) {
    const bucket = buckets[at]!
    const to = starts[bucket]!
    sorted[to] = at
    starts[bucket] = to + 1
  }
}
