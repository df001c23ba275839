import { useEffect, useMemo, useState } from 'react'
import { IntlProvider } from 'react-intl'
import { Explore } from './Explore.tsx'
import { usePalette } from './palette.ts'
import { Trouble } from './panel/Trouble.tsx'
import { useContextAnswer, useCoverage } from './queries.ts'
import { settleView } from './settleView.ts'
import { Bar } from './shell/Bar.tsx'
import { indonesian, LOCALES } from './text/index.ts'
import { useTexts } from './text/useTexts.ts'
import { type Opened, useShortcuts } from './useShortcuts.ts'
import { changeView, useDocumentLanguage, useView } from './useView.ts'
import { Waiting } from './Waiting.tsx'

/** The screen of one view: the bar stands at once, the rest as soon as the regions are known. */
export const App = () => {
  const { view: asked, repaired } = useView()
  const palette = usePalette(asked.palette)
  const { data: context, error, refetch } = useContextAnswer()
  const { view, replaced } = useMemo(
    () => (context ? settleView(asked, context) : { view: asked, replaced: [] }),
    [asked, context],
  )
  // Asked for here as well: between the waiting frame and the screen nobody else would, and the answer on its way be lost.
  useCoverage(view)
  const [opened, setOpened] = useState<Opened | null>(null)
  useDocumentLanguage(view.language)
  useShortcuts(setOpened)

  const regency = context?.regencies.find(({ code }) => view.region.startsWith(code))?.name
  const texts = useTexts(view.language)
  const title = (texts ?? indonesian)['shell.title']
  useEffect(() => {
    document.title = regency ? title.replace('{region}', regency) : 'Bentang'
  }, [title, regency])

  return (
    <IntlProvider locale={LOCALES[texts ? view.language : 'id']} messages={texts ?? indonesian}>
      <div className="app">
        <Bar view={view} context={context} changeView={changeView} opened={opened} onOpen={setOpened} />
        {!context && !error && <Waiting view={view} palette={palette} onTour={() => setOpened('tour')} />}
        {error && !context && <Trouble error={error} onRetry={() => void refetch()} />}
        {context && (
          <Explore
            view={view}
            repaired={[...repaired, ...replaced]}
            context={context}
            palette={palette}
            opened={opened}
            onOpen={setOpened}
            onClose={() => setOpened(null)}
          />
        )}
      </div>
    </IntlProvider>
  )
}
