import { useEffect, useRef, useState } from 'react'
import { AskError, refusalOf } from '../api.ts'
import { nameIn, save } from '../print/fetchSheet.ts'

export type Progress =
  | { readonly kind: 'idle' }
  /** `all` is null where the server writes while it sends. */
  | { readonly kind: 'receiving'; readonly name: string; readonly bytes: number; readonly all: number | null }
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'cancelled' }
  /** In the server's words; empty where it could not be reached. */
  | { readonly kind: 'refused'; readonly words: string }

/** A reader sees no more steps than this. */
const TOLD_EVERY_MS = 200

const receive = async (
  address: string,
  signal: AbortSignal,
  told: (bytes: number, all: number | null) => void,
): Promise<string> => {
  const answer = await fetch(address, { signal }).catch((error: unknown) => {
    throw signal.aborted ? error : new AskError(0, '')
  })
  if (!answer.ok || !answer.body) throw await refusalOf(answer)
  const length = answer.headers.get('Content-Length')
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const reader = answer.body.getReader()
  let bytes = 0
  let last = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    bytes += value.byteLength
    if (performance.now() - last < TOLD_EVERY_MS) continue
    last = performance.now()
    told(bytes, length === null ? null : Number(length))
  }
  const name = nameIn(answer)
  save(new Blob(chunks, { type: answer.headers.get('Content-Type') ?? '' }), name)
  return name
}

/** One file at a time, with its progress; leaving cancels it. */
export const useDownload = () => {
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  const leaving = useRef<AbortController | null>(null)
  useEffect(() => () => leaving.current?.abort(), [])

  const begin = async (address: string, name: string): Promise<void> => {
    const own = new AbortController()
    leaving.current = own
    setProgress({ kind: 'receiving', name, bytes: 0, all: null })
    try {
      const saved = await receive(address, own.signal, (bytes, all) =>
        setProgress({ kind: 'receiving', name, bytes, all }),
      )
      setProgress({ kind: 'done', name: saved })
    } catch (error) {
      if (own.signal.aborted) setProgress({ kind: 'cancelled' })
      else setProgress({ kind: 'refused', words: error instanceof AskError ? error.message : '' })
    }
  }
  return { progress, begin, cancel: () => leaving.current?.abort() }
}
