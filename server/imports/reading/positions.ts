import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'

/** Refuses a file of more positions than are taken, before each of them takes memory. */
export const refuseManyPositions = (count: number): void => {
  if (count > LIMITS.positions)
    refuse(
      `Berkas ini berisi lebih dari ${LIMITS.positions} titik. Sederhanakan garis batasnya, atau bagi menjadi beberapa berkas.`,
      `This file holds more than ${LIMITS.positions} positions. Simplify its boundaries, or divide it into several files.`,
    )
}
