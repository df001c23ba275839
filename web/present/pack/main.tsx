import '../../../styles/ui/base.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { IntlProvider } from 'react-intl'
import type { StoryPack } from '../../../data/model/story_pack.ts'
import { coverageAddress } from '../../../data/view/question.ts'
import { usePalette } from '../../palette.ts'
import { shell as english } from '../../text/en/shell.ts'
import { shell as indonesian } from '../../text/id/shell.ts'
import { LOCALES } from '../../text/index.ts'
import { parseView } from '../../view.ts'
import { Player } from '../Player.tsx'
import { PresentTexts } from '../PresentTexts.tsx'
import type { Source } from '../source.ts'
import { textIn } from './parts.ts'
import { serveTiles } from './tiles.ts'

const pack = JSON.parse(textIn('pack-answers')) as StoryPack
const { language } = pack.answer.story

/** What was recorded, and nothing else: there is nobody to ask. */
const recorded: Source = {
  context: async () => pack.context,
  coverage: async (question) => {
    const answer = pack.coverages[coverageAddress(question)]
    if (!answer) throw new Error('This question was not recorded.')
    return answer
  },
  photo: (id) => pack.photos[id] ?? null,
}

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, networkMode: 'always' } },
})

const Pack = () => {
  const given = new URLSearchParams(location.search).has('palette')
  const palette = usePalette(given ? parseView(location.search).view.palette : 'projector')
  return (
    <IntlProvider locale={LOCALES[language]} messages={language === 'en' ? english : indonesian}>
      <PresentTexts>
        <Player answer={pack.answer} context={pack.context} palette={palette} source={recorded} pack={null} />
      </PresentTexts>
    </IntlProvider>
  )
}

serveTiles()
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Pack />
    </QueryClientProvider>
  </StrictMode>,
)
