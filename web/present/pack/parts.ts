/** The text of an element of the file; empty where it was taken out. */
export const textIn = (id: string): string => document.getElementById(id)?.textContent ?? ''

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => {
  const letters = atob(base64)
  const bytes = new Uint8Array(letters.length)
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at)
  return bytes
}

/** Gzip in base64, as the parts of a pack are written. */
export const unpack = async (text: string): Promise<Uint8Array> => {
  const pressed = bytesOf(text)
  const plain = new Blob([pressed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(plain).arrayBuffer())
}
