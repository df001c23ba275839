/** The text of an element of the file; empty where it was taken out. */
export const textIn = (id: string): string => document.getElementById(id)?.textContent ?? ''

/** Gzip in base64, as the parts of a pack are written. */
export const unpack = async (text: string): Promise<Uint8Array> => {
  const pressed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const plain = new Blob([pressed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Uint8Array(await new Response(plain).arrayBuffer())
}
