/** A double holds whole numbers up to 2^53; the greatest value is a step itself. */
const MOST_STEPS = 2 ** 52

const greatestOf = (values: Float64Array): number => {
  let greatest = 0
  for (let place = 0; place < values.length; place += 1) if (values[place]! > greatest) greatest = values[place]!
  return greatest || 1
}

/** Which of two places comes first where the values are the same. */
type Tie = (a: number, b: number) => number

/** Sorts the places whose values share a step, from `keys` on equal but for the place. */
const untie = (order: Int32Array, values: Float64Array, steps: Float64Array, tie: Tie): void => {
  for (let from = 0, to = 1; from < order.length; from = to, to += 1) {
    while (to < order.length && steps[to] === steps[from]) to += 1
    if (to - from > 1) order.subarray(from, to).sort((a, b) => values[a]! - values[b]! || tie(a, b))
  }
}

/**
 * The places of finite values from the least to the greatest, none of them negative. Each value is rounded to a step and
 * packed with its place into one number: numbers sort without a comparison of ours, which only those on the same step need.
 */
export const orderOf = (values: Float64Array, tie: Tie): Int32Array => {
  const count = values.length
  const room = 2 ** Math.ceil(Math.log2(Math.max(1, count)))
  const scale = MOST_STEPS / room / greatestOf(values)
  const keys = new Float64Array(count)
  for (let place = 0; place < count; place += 1) keys[place] = Math.floor(values[place]! * scale) * room + place
  keys.sort()
  const order = new Int32Array(count)
  for (let rank = 0; rank < count; rank += 1) {
    const step = Math.floor(keys[rank]! / room)
    order[rank] = keys[rank]! - step * room
    keys[rank] = step
  }
  untie(order, values, keys, tie)
  return order
}
