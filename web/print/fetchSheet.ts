const asDataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

const askFor = async (address: string, logo: File | null): Promise<Response> => {
  if (!logo) return fetch(address)
  const body = JSON.stringify({ logo: await asDataUrl(logo) })
  return fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
}

const nameIn = (answer: Response): string =>
  /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'bentang'

const save = (blob: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Some browsers begin to read only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Saves a file that the server draws; null when it is saved, else why not, in the server's words or none. */
export const fetchSheet = async (address: string, logo: File | null): Promise<string | null> => {
  try {
    const answer = await askFor(address, logo)
    if (!answer.ok) return ((await answer.json()) as { readonly detail?: string }).detail ?? ''
    save(await answer.blob(), nameIn(answer))
    return null
  } catch {
    return ''
  }
}
