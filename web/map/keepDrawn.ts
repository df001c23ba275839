import type { StyleSpecification } from 'maplibre-gl'

/** Sources and layers that stand on the map by themselves: what is being drawn, the area of the report, the sites being marked, what members see. */
const OWN = /^(td|area|edit|members)-/

/** A new style keeps what was drawn over the old one; without this, a change of theme would wipe a drawing away. */
export const keepDrawn = (previous: StyleSpecification | undefined, next: StyleSpecification): StyleSpecification => {
  if (!previous) return next
  const sources = Object.entries(previous.sources).filter(([id]) => OWN.test(id))
  if (sources.length === 0) return next
  return {
    ...next,
    sources: { ...next.sources, ...Object.fromEntries(sources) },
    layers: [...next.layers, ...previous.layers.filter(({ id }) => OWN.test(id))],
  }
}
