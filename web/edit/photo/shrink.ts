/** What the server takes. */
export const MOST_BYTES = 1_500_000
/** Long side, first try; enough to fill a screen, small enough for a slow network. */
const LONGEST_PX = 1_920
const QUALITIES = [0.82, 0.7, 0.55] as const
const SMALLER = 0.75
const LEAST_PX = 400

const encoded = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((done) => canvas.toBlob(done, type, quality))

const drawnAt = (image: ImageBitmap, longest: number): HTMLCanvasElement => {
  const share = Math.min(1, longest / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * share))
  canvas.height = Math.max(1, Math.round(image.height * share))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot draw on a canvas')
  // What is transparent would turn black in a JPEG.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

/**
 * The picture drawn anew, at most 1.5 MB, as WebP where the browser writes it, else JPEG. Nothing but its pixels
 * survives: no position, no name of the camera. Null where the browser cannot read the file as a picture.
 */
export const shrink = async (file: Blob): Promise<Blob | null> => {
  const image = await createImageBitmap(file).catch(() => null)
  if (!image) return null
  try {
    for (let longest = LONGEST_PX; longest >= LEAST_PX; longest *= SMALLER) {
      const canvas = drawnAt(image, longest)
      for (const quality of QUALITIES) {
        const webp = await encoded(canvas, 'image/webp', quality)
        const blob = webp?.type === 'image/webp' ? webp : await encoded(canvas, 'image/jpeg', quality)
        if (blob && blob.size <= MOST_BYTES) return blob
      }
    }
    return null
  } finally {
    image.close()
  }
}
