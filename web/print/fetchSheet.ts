const asDataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })

const askFor = (address: string, sent: object | null): Promise<Response> =>
  sent === null
    ? fetch(address)
    : fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(sent),
      })

/** The name that the server gave the file. */
export const nameIn = (answer: Response): string =>
  /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? 'bentang'

export const save = (blob: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // Some browsers begin to read only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Saves a file that the server makes, of what is `sent` if anything; null when it is saved, else why not, in the server's words or none. */
export const fetchFile = async (address: string, sent: object | null | Promise<object>): Promise<string | null> => {
  try {
    const answer = await askFor(address, await sent)
    if (!answer.ok) return ((await answer.json()) as { readonly detail?: string }).detail ?? ''
    save(await answer.blob(), nameIn(answer))
    return null
  } catch {
    return ''
  }
}

export const fetchSheet = (address: string, logo: File | null): Promise<string | null> =>
  fetchFile(address, logo && asDataUrl(logo).then((read) => ({ logo: read })))
