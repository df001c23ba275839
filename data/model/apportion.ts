/** Whole numbers nearest to the exact ones that add up to their rounded sum: what lost most by cutting gets the rest. */
export const apportion = (exact: readonly number[]): readonly number[] => {
  const cut = exact.map(Math.floor)
  const left = Math.round(exact.reduce((sum, one) => sum + one, 0)) - cut.reduce((sum, one) => sum + one, 0)
  const byLoss = exact.map((one, at) => ({ at, loss: one - cut[at]! })).sort((a, b) => b.loss - a.loss || a.at - b.at)
  const raised = new Set(byLoss.slice(0, left).map(({ at }) => at))
  return cut.map((one, at) => one + (raised.has(at) ? 1 : 0))
}
