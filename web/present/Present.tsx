import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { IntlProvider } from 'react-intl'
import type { StoryAnswer } from '../../data/model/story_answer.ts'
import type { Language } from '../../data/model/words.ts'
import { AskError, api, ask } from '../api.ts'
import { usePalette } from '../palette.ts'
import { useSession } from '../session.ts'
import { indonesian, LOCALES } from '../text/index.ts'
import { useText } from '../text/useText.ts'
import { useTexts } from '../text/useTexts.ts'
import { useDocumentLanguage } from '../useView.ts'
import { parseView } from '../view.ts'
import { Player } from './Player.tsx'
import { PresentTexts } from './PresentTexts.tsx'
import type { Source } from './source.ts'

const LIVE: Source = {
  context: api.context,
  coverage: api.coverage,
  photo: (id) => `/api/photos/${encodeURIComponent(id)}`,
}

/** A hall is not a desk: projector colours, unless the address asks for others. */
const chosenPalette = () => {
  const given = new URLSearchParams(location.search).has('palette')
  return given ? parseView(location.search).view.palette : 'projector'
}

type Found = { readonly address: string; readonly answer: StoryAnswer }

/** Its newest state with notes where the caller may change it, else what everyone sees. */
const findStory = async (id: string, isMember: boolean, signal: AbortSignal): Promise<Found> => {
  const named = encodeURIComponent(id)
  const at = async (address: string) => ({ address, answer: await ask<StoryAnswer>(address, signal) })
  if (!isMember) return at(`/api/stories/${named}`)
  return at(`/api/work/stories/${named}`).catch((error: unknown) => {
    const isNotTheirs = error instanceof AskError && [401, 403, 404].includes(error.status)
    if (!isNotTheirs) throw error
    return at(`/api/stories/${named}`)
  })
}

const useStory = (id: string) => {
  const { data: session, isPending } = useSession()
  const isMember = (session?.role ?? 'public') !== 'public'
  return {
    story: useQuery({
      queryKey: ['present', 'story', id, isMember],
      queryFn: ({ signal }) => findStory(id, isMember, signal),
      enabled: !isPending,
      refetchInterval: 60_000,
    }),
    context: useQuery({ queryKey: ['context'], queryFn: ({ signal }) => LIVE.context(signal) }),
  }
}

const Texts = ({ language, children }: { readonly language: Language; readonly children: ReactNode }) => {
  useDocumentLanguage(language)
  const texts = useTexts(language)
  return (
    <IntlProvider locale={LOCALES[texts ? language : 'id']} messages={texts ?? indonesian}>
      <PresentTexts>{children}</PresentTexts>
    </IntlProvider>
  )
}

const Waiting = ({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) => {
  const { say } = useText()
  if (!error)
    return (
      <p className="present-waiting" role="status">
        {say('present.loading')}
      </p>
    )
  const isLost = error instanceof AskError && error.status === 0
  return (
    <div className="present-waiting" role="alert">
      <p>{isLost ? say('present.unreachable') : say('present.trouble', { reason: error.message })}</p>
      <button type="button" className="button-quiet" onClick={onRetry}>
        {say('present.retry')}
      </button>
    </div>
  )
}

/** `/present/<id>`: a story from the server, always with today's figures. */
const Present = ({ id }: { readonly id: string }) => {
  const palette = usePalette(chosenPalette())
  const { story, context } = useStory(id)
  const name = story.data?.answer.story.name
  useEffect(() => {
    if (name) document.title = name
  }, [name])
  const asked = parseView(location.search).view.language
  return (
    <Texts language={story.data?.answer.story.language ?? asked}>
      {story.data && context.data ? (
        <Player
          answer={story.data.answer}
          context={context.data}
          palette={palette}
          source={LIVE}
          pack={`${story.data.address}/pack.html`}
        />
      ) : (
        <Waiting
          error={story.error ?? context.error}
          onRetry={() => {
            void story.refetch()
            void context.refetch()
          }}
        />
      )}
    </Texts>
  )
}

export default Present
