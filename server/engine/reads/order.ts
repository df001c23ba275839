import { grown } from '../arena.ts'

const greatestOf = (values: Float64Array): number => {
  let greatest = 0
  for (let place = 0; place < values.length; place += 1) if (values[place]! > greatest) greatest = values[place]!
  return greatest
}

let buckets = new Int32Array(0)
let ends = new Int32Array(0)
let order = new Int32Array(0)

const makeRoom = (count: number): void => {
  buckets = grown(buckets, count)
  ends = grown(ends, count + 1)
  order = grown(order, count)
}

/**
 * Each value in a bucket, of as many as there are values: what lies evenly on the ground fills circles evenly by their
 * areas. The many that are not away at all have the first to themselves.
 */
const fillBuckets = (values: Float64Array): void => {
  const greatest = greatestOf(values)
  const scale = greatest === 0 ? 0 : Math.max(0, values.length - 2) / (greatest * greatest)
  const [own, counts] = [buckets, ends]
  counts.fill(0, 0, values.length + 1)
  for (let place = 0; place < values.length; place += 1) {
    const bucket = Math.ceil(values[place]! * values[place]! * scale)
    own[place] = bucket
    counts[bucket + 1]! += 1
  }
}

/** After it `ends` says where each bucket ends. */
const spread = (count: number): void => {
  for (let bucket = 1; bucket < count; bucket += 1) ends[bucket]! += ends[bucket - 1]!
  for (let place = 0; place < count; place += 1) {
    const bucket = buckets[place]!
    order[ends[bucket]!] = place
    ends[bucket]! += 1
  }
}

/** More than that are sorted by the platform. */
const FEW = 16

/** Whether none comes before a lesser one. */
const isSorted = (from: number, to: number, values: Float64Array): boolean => {
  for (let rank = from + 1; rank < to; rank += 1) if (values[order[rank - 1]!]! > values[order[rank]!]!) return false
  return true
}

/** Equals stay as they are. */
const sortBucket = (from: number, to: number, values: Float64Array): void => {
  if (to - from > FEW) {
    if (isSorted(from, to, values)) return
    order.subarray(from, to).sort((a, b) => values[a]! - values[b]!)
    return
  }
  for (let rank = from + 1; rank < to; rank += 1) {
    const place = order[rank]!
    let at = rank
    for (; at > from && values[order[at - 1]!]! > values[place]!; at -= 1) order[at] = order[at - 1]!
    order[at] = place
  }
}

/**
 * The places of finite values from the least to the greatest, none of them negative; those that are the same in order of
 * place. Distances fall evenly into buckets, so hardly any two have to be compared. Good until asked again.
 */
export const orderOf = (values: Float64Array): Int32Array => {
  const count = values.length
  makeRoom(count)
  fillBuckets(values)
  spread(count)
  for (let bucket = 0, from = 0; bucket < count; from = ends[bucket]!, bucket += 1)
    if (ends[bucket]! - from > 1) sortBucket(from, ends[bucket]!, values)
  return order.subarray(0, count)
}
