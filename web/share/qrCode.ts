/** Light modules around the code: readers need four. */
const QUIET = 4
const WORDS_MODULES = 5
const LARGE_PX = 1_320

type Code = { readonly size: number; readonly data: readonly (readonly boolean[])[] }

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** A code as SVG, dark on light whatever the palette, with one line of words under it. */
export const svgOfCode = ({ size, data }: Code, words: string): string => {
  const width = size + 2 * QUIET
  const height = width + WORDS_MODULES
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  )
  // The line is as wide as the code at most: long words are drawn smaller.
  const font = Math.min(2.6, (width - 2) / Math.max(1, words.length) / 0.55)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 8}" height="${height * 8}"><path fill="#fff" d="M0 0h${width}v${height}H0z"/><path d="${dark.join('')}"/><text x="${width / 2}" y="${width + 1}" font-family="Commissioner, sans-serif" font-size="${font.toFixed(2)}" text-anchor="middle">${escaped(words)}</text></svg>`
}

/** The same as PNG, large enough for a poster; null where the browser cannot draw it. */
export const pictureOfCode = async (svg: string): Promise<Blob | null> => {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = LARGE_PX
  canvas.height = Math.round((LARGE_PX * image.naturalHeight) / image.naturalWidth)
  const context = canvas.getContext('2d')
  if (!context) return null
  context.imageSmoothingEnabled = false
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/png'))
}
