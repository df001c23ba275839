import { useIntl } from 'react-intl'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { formatPeriod, parsePeriod } from '../../data/model/period.ts'
import { VERDICT_KINDS } from '../../data/model/verdict.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import type { ChangeView } from '../useView.ts'
import type { View } from '../view.ts'
import { named } from './named.ts'

type Props = { readonly view: View; readonly context: ContextAnswer; readonly changeView: ChangeView }

const yearsOf = ([first, last]: readonly [number, number]): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `${last - index}`)

/** The question as one sentence; each underlined word is a pick-list. */
export const Question = ({ view, context, changeView }: Props) => {
  const intl = useIntl()
  const { say, language } = useText()
  const [first, last] = context.years
  const own = formatPeriod(view.period)
  const wordsOf = (period: string) => {
    const { from, to } = parsePeriod(period) ?? view.period
    return from === to ? period : say('panel.years', { from: `${from}`, to: `${to}` })
  }
  const periods = [...new Set([own, ...yearsOf(context.years), `${first}/${last}`, `${last - 2}/${last}`])]
  const region = context.regencies.some(({ code }) => code === view.region)
    ? []
    : [{ value: view.region, label: named(view, context, { language }).region, detail: view.region }]

  const words = {
    theme: (
      <Pick
        key="theme"
        look="word"
        name={say('panel.question.theme')}
        value={view.theme}
        choices={context.themes.map(({ id, label }) => ({ value: id, label: label[language] }))}
        onPick={(theme) => changeView((v) => ({ ...v, theme }))}
      />
    ),
    region: (
      <Pick
        key="region"
        look="word"
        name={say('panel.question.region')}
        value={view.region}
        choices={[
          ...region,
          ...context.regencies.map(({ code, name }) => ({ value: code, label: name, detail: code })),
        ]}
        onPick={(code) => changeView((v) => ({ ...v, region: code, camera: null, selection: null }))}
      />
    ),
    period: (
      <Pick
        key="period"
        look="word"
        name={say('panel.question.period')}
        value={own}
        choices={periods.map((value) => ({ value, label: wordsOf(value) }))}
        onPick={(text) => changeView((v) => ({ ...v, period: parsePeriod(text) ?? v.period }))}
      />
    ),
    ask: (
      <Pick
        key="ask"
        look="word"
        name={say('panel.question.ask')}
        value={view.ask}
        choices={VERDICT_KINDS.map((value) => ({ value, label: say(`panel.ask.${value}`) }))}
        onPick={(ask) => changeView((v) => ({ ...v, ask }))}
      />
    ),
  }
  return <h1 className="question">{intl.formatMessage({ id: 'panel.question' }, words)}</h1>
}
