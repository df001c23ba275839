/** Sheets of paper, upright, in millimetres; `growth` is how much larger their type is than that of A4. */
export const PAPERS = {
  A4: { widthMm: 210, heightMm: 297, growth: 1, dpi: 300 },
  A3: { widthMm: 297, heightMm: 420, growth: 1.2, dpi: 300 },
  // Finer pictures of this size take more memory than a small server has; the PDF has no such limit.
  A2: { widthMm: 420, heightMm: 594, growth: 1.5, dpi: 200 },
} as const
export type PaperName = keyof typeof PAPERS
export const PAPER_NAMES = Object.keys(PAPERS) as readonly PaperName[]
export const ORIENTATIONS = ['portrait', 'landscape'] as const
export type Orientation = (typeof ORIENTATIONS)[number]

export const PX_PER_MM = 96 / 25.4

/** A sheet in its own pixels: fewer of them on larger paper, because all that is drawn grows with it. */
export const paperPx = (
  name: PaperName,
  orientation: Orientation,
): { readonly width: number; readonly height: number; readonly enlargement: number } => {
  const { widthMm, heightMm, growth } = PAPERS[name]
  const [across, down] = orientation === 'portrait' ? [widthMm, heightMm] : [heightMm, widthMm]
  const px = PX_PER_MM / growth
  return { width: across * px, height: down * px, enlargement: growth }
}
