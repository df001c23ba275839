/** How a widget shows its region at first. */
export const FIT = { padding: 20, maxZoom: 12 } as const
