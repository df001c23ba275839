declare module 'subset-font' {
  /** Keeps only the glyphs of `text`, with all their layout features. */
  const subsetFont: (font: Buffer, text: string, options: { readonly targetFormat: 'woff2' }) => Promise<Buffer>
  export default subsetFont
}
