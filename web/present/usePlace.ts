import { useCallback, useEffect, useRef, useState } from 'react'
import type { Story } from '../../data/model/story.ts'
import { type Line, openLine } from './line.ts'
import { placeOf } from './order.ts'

/** Which scene is shown: the address keeps it, and all windows of the story agree on it. */
export const usePlace = ({ id, scenes }: Story): readonly [place: number, go: (place: number) => void] => {
  const [place, setPlace] = useState(() => placeOf(scenes, location.hash))
  const now = useRef(place)
  const line = useRef<Line | null>(null)
  const show = useCallback(
    (next: number) => {
      now.current = next
      setPlace(next)
      const hash = `#${encodeURIComponent(scenes[next]?.id ?? '')}`
      // Sets the fragment without a step in the history; a page from a file may not rewrite more of its address.
      if (location.hash !== hash) location.replace(hash)
    },
    [scenes],
  )
  useEffect(() => {
    const isPresenting = new URLSearchParams(location.search).has('presenter')
    line.current = openLine(id, (said) => {
      if (said.kind === 'at' && said.place !== now.current && said.place < scenes.length) show(said.place)
      if (said.kind === 'where' && !isPresenting) line.current?.say({ story: id, kind: 'at', place: now.current })
    })
    if (isPresenting) line.current.say({ story: id, kind: 'where' })
    const follow = () => {
      const next = placeOf(scenes, location.hash)
      if (next !== now.current) go(next)
    }
    const go = (next: number) => {
      show(next)
      line.current?.say({ story: id, kind: 'at', place: next })
    }
    addEventListener('hashchange', follow)
    return () => {
      removeEventListener('hashchange', follow)
      line.current?.close()
    }
  }, [id, scenes, show])
  const go = useCallback(
    (next: number) => {
      show(next)
      line.current?.say({ story: id, kind: 'at', place: next })
    },
    [id, show],
  )
  return [place, go]
}
