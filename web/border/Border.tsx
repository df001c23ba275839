import './border.css'
import type { Agreement } from '../../data/model/agreement.ts'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { useBoard } from '../agreements/queries.ts'
import { bboxOf } from '../map/camera.ts'
import type { Bbox } from '../map/props.ts'
import { Loading } from '../pages/Waited.tsx'
import { usePalette } from '../palette.ts'
import { enumerate, organisationName } from '../panel/card/names.ts'
import { formatNumber } from '../panel/card/numbers.ts'
import { ListSection } from '../panel/card/Section.tsx'
import { Stages } from '../panel/record/Stages.tsx'
import { Trouble } from '../panel/Trouble.tsx'
import { useContextAnswer } from '../queries.ts'
import { SketchMap } from '../sketch/SketchMap.tsx'
import { border as english } from '../text/en/border.ts'
import { border as indonesian } from '../text/id/border.ts'
import { moreTexts } from '../text/moreTexts.tsx'
import { useText } from '../text/useText.ts'
import { changeView, useView } from '../useView.ts'
import { useAgreementRecord, useBorderFields } from './queries.ts'
import { type BorderView, changeBorderView, DISTANCES_KM, useBorderView } from './state.ts'
import { Table } from './Table.tsx'
import { recordsIn, villagesIn } from './workspace.ts'

const SHOWN = 8

const BorderTexts = moreTexts(indonesian, english)

const around = (boxes: readonly (Bbox | null)[]): Bbox | null => {
  const known = boxes.filter((box) => box !== null)
  if (known.length === 0) return null
  const of = (at: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) => pick(...known.map((box) => box[at]))
  return [of(0, Math.min), of(1, Math.min), of(2, Math.max), of(3, Math.max)]
}

type Asked = {
  readonly view: BorderView
  readonly context: ContextAnswer
  readonly agreements: readonly { readonly id: string; readonly title: string }[]
  readonly chosen: string | null
}

const Choices = ({ view, context, agreements, chosen }: Asked) => {
  const { say } = useText()
  const { view: shown } = useView()
  const [first, last] = context.years
  const years = Array.from({ length: last - first + 1 }, (_, at) => last - at)
  const regency = (side: 'a' | 'b') => (
    <label>
      {say(`border.${side}`)}
      <select value={view[side]} onChange={({ target }) => changeBorderView({ [side]: target.value, agreement: null })}>
        {context.regencies.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <search className="border-choices">
      {regency('a')}
      {regency('b')}
      <label>
        {say('border.within')}
        <select value={view.km} onChange={({ target }) => changeBorderView({ km: Number(target.value) })}>
          {DISTANCES_KM.map((km) => (
            <option key={km} value={km}>
              {say('border.km', { km: `${km}` })}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('border.year')}
        <select
          value={shown.period.to}
          onChange={({ target }) =>
            changeView((v) => ({ ...v, period: { from: Number(target.value), to: Number(target.value) } }))
          }
        >
          {years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <label className="border-agreement">
        {say('border.agreement')}
        <select value={chosen ?? ''} onChange={({ target }) => changeBorderView({ agreement: target.value })}>
          {agreements.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </search>
  )
}

type FoundProps = { readonly view: BorderView; readonly agreement: Agreement; readonly context: ContextAnswer }

const Found = ({ view, agreement, context }: FoundProps) => {
  const text = useText()
  const { say, count, date, language } = text
  const { view: shown } = useView()
  const palette = usePalette(shown.palette)
  const { fields, error } = useBorderFields(view, agreement, shown.period)
  if (error) return <Trouble error={error} onRetry={() => location.reload()} />
  if (!fields) return <p role="status">{say('pages.loading')}</p>
  const along = fields[0]?.along
  const nameOf = (code: string) => context.regencies.find((one) => one.code === code)?.name ?? code
  const names = { a: nameOf(view.a), b: nameOf(view.b) }
  if (!along || along.boundaryKm === 0) return <p>{say('border.apart', names)}</p>
  const villages = villagesIn(fields)
  const { activities, targets } = recordsIn(fields)
  const bbox = around([bboxOf(view.a, context), bboxOf(view.b, context)])
  const who = (ids: readonly string[]) =>
    enumerate(
      ids.map((id) => organisationName(context, id)),
      language,
    )
  return (
    <>
      <p className="border-figure">
        <strong>{count(villages.length)}</strong>{' '}
        {say('border.figure', {
          km: `${view.km}`,
          length: formatNumber(along.boundaryKm, language),
          date: date(along.asOf.time),
        })}
      </p>
      <div className="border-parts">
        <Table fields={fields} villages={villages} names={names} period={shown.period} palette={palette} />
        <div>
          {bbox && (
            <SketchMap
              bbox={bbox}
              features={[]}
              codes={villages.map(({ code }) => code)}
              words={say('border.map', { ...names, km: `${view.km}` })}
            />
          )}
          <Stages agreement={agreement} />
          {agreement.note && <p className="page-note">{agreement.note}</p>}
          <ListSection
            title={say('border.activities', { count: count(activities.length) })}
            items={activities}
            most={SHOWN}
            keyOf={({ id }) => id}
            render={({ id, title, organisations }) => (
              <>
                <a className="link" href={`/?selected=activity:${encodeURIComponent(id)}`}>
                  {title}
                </a>{' '}
                <span className="quiet">{who(organisations)}</span>
              </>
            )}
          />
          <ListSection
            title={say('border.targets', { count: count(targets.length) })}
            items={targets}
            most={SHOWN}
            keyOf={({ id }) => id}
            render={({ id, title, organisation }) => (
              <>
                <a className="link" href={`/?selected=target:${encodeURIComponent(id)}`}>
                  {title}
                </a>{' '}
                <span className="quiet">{who([organisation])}</span>
              </>
            )}
          />
        </div>
      </div>
    </>
  )
}

const Screen = () => {
  const { say } = useText()
  const view = useBorderView()
  const { data: context, error, refetch } = useContextAnswer()
  const { data: board } = useBoard({ region: null, party: null })
  const covers = (code: string, places: readonly string[]) => places.some((place) => code.startsWith(place))
  const agreements = (board?.lines ?? []).filter(({ scope, region }) => {
    const places = scope.length > 0 ? scope : [region]
    return covers(view.a, places) && covers(view.b, places)
  })
  const chosen = view.agreement ?? agreements.find(({ kind }) => kind === 'KSDD')?.id ?? agreements[0]?.id ?? null
  const { data: record } = useAgreementRecord(chosen)
  if (error && !context) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!context || !board) return <Loading />
  return (
    <section className="page-sheet border">
      <a className="link" href="/agreements">
        {say('border.back')}
      </a>
      <h1>{say('border.title')}</h1>
      <p className="page-about">{say('border.about')}</p>
      <Choices view={view} context={context} agreements={agreements} chosen={chosen} />
      <h2 className="unseen">{say('border.found')}</h2>
      {chosen === null && <p>{say('border.none')}</p>}
      {record && <Found view={view} agreement={record.record as Agreement} context={context} />}
    </section>
  )
}

/** Both sides of a common boundary in the fields that two regencies agreed on. */
const Border = () => (
  <BorderTexts>
    <Screen />
  </BorderTexts>
)

export default Border
