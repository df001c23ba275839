import { inOrder } from './id_order.ts'
import { orderOf } from './order.ts'

export type Near = { readonly id: string; readonly distanceKm: number }

/** Nearest first, those as far by id. */
export const ranked = (slots: Int32Array, km: Float64Array, idOf: (slot: number) => string): Near[] => {
  const order = orderOf(km)
  const count = order.length
  const nears = new Array<Near>(count)
  for (let from = 0, to = 1; from < count; from = to, to += 1) {
    const distanceKm = km[order[from]!]!
    nears[from] = { id: idOf(slots[order[from]!]!), distanceKm }
    while (to < count && km[order[to]!] === distanceKm) to += 1
    if (to - from === 1) continue
    const alike = new Array<string>(to - from)
    for (let index = from; index < to; index += 1) alike[index - from] = idOf(slots[order[index]!]!)
    const ids = inOrder(alike)
    for (let index = 0; index < ids.length; index += 1) nears[from + index] = { id: ids[index]!, distanceKm }
  }
  return nears
}
