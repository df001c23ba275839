import './widget.css'
import { useEffect, useMemo } from 'react'
import { formatPeriod } from '../../data/model/period.ts'
import { EMBED_TEXT } from '../embed/texts.ts'
import { Refused } from '../pages/Refused.tsx'
import { useContextAnswer } from '../queries.ts'
import { useText } from '../text/useText.ts'
import { useSearch } from '../useView.ts'
import { Choices } from './Choices.tsx'
import { Preview } from './Preview.tsx'
import { Sites } from './Sites.tsx'
import { Snippets } from './Snippets.tsx'
import { embedAddress } from './snippets.ts'
import { parseMaking } from './state.ts'
import { WidgetTexts } from './WidgetTexts.tsx'

const Maker = () => {
  const { say } = useText()
  const search = useSearch()
  const making = useMemo(() => parseMaking(search), [search])
  const { data: context, error } = useContextAnswer()
  useEffect(() => {
    document.title = `${say('widget.title')} - Bentang`
  }, [say])
  if (error && !context) return <Refused error={error} />
  if (!context) return <p role="status">{say('pages.loading')}</p>
  const { embed } = making
  const theme = context.themes.find(({ id }) => id === embed.theme)?.label[embed.language] ?? embed.theme
  const region = context.regencies.find(({ code }) => code === embed.region)?.name ?? embed.region
  const words = EMBED_TEXT[embed.language]
  const title = words.title({ theme, region, period: words.years(formatPeriod(embed.period)) })
  return (
    <>
      <header className="widget-head">
        <h1>{say('widget.title')}</h1>
        <p className="page-lead">{say('widget.lead')}</p>
      </header>
      <div className="widget">
        <Choices making={making} context={context} />
        <div className="widget-result">
          <Preview address={embedAddress(making, '')} title={title} />
          <Snippets making={making} title={title} />
        </div>
      </div>
      <Sites />
    </>
  )
}

/** A widget is chosen, looked at and taken along. */
const Widget = () => (
  <WidgetTexts>
    <Maker />
  </WidgetTexts>
)
export default Widget
