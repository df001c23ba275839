import './agreements.css'
import { lazy, Suspense } from 'react'
import type { Agreement } from '../../data/model/agreement.ts'
import type { AgreementLine } from '../../data/model/agreement_board.ts'
import type { BoardStage } from '../../data/model/agreement_stages.ts'
import type { ContextAnswer, RecordAnswer } from '../../data/model/answers.ts'
import { isModerating } from '../../data/model/person.ts'
import { RegionAndParty } from '../pages/RegionAndParty.tsx'
import { Loading } from '../pages/Waited.tsx'
import { Trouble } from '../panel/Trouble.tsx'
import { useContextAnswer } from '../queries.ts'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import { AgreementTexts } from './AgreementTexts.tsx'
import { Board } from './Board.tsx'
import { Detail } from './Detail.tsx'
import { Form } from './Form.tsx'
import { useAgreement, useBoard, useWorkAgreement } from './queries.ts'
import { changeAgreementView, useAgreementView } from './state.ts'

const DraftSheet = lazy(() => import('./DraftSheet.tsx'))

type Shared = {
  readonly context: ContextAnswer
  readonly columns: readonly BoardStage[]
  readonly lines: readonly AgreementLine[]
  readonly maySave: boolean
}

const Opened = ({ id, context, columns, lines, maySave }: Shared & { readonly id: string }) => {
  const { data, error, refetch } = useAgreement(id)
  const line = lines.find((one) => one.id === id)
  const isDraft = useAgreementView().draft !== null
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!data || !line) return <Loading />
  const answer = data as RecordAnswer<'agreement'>
  if (!isDraft) return <Detail answer={answer} line={line} columns={columns} context={context} maySave={maySave} />
  const carriesOut = lines.find((one) => one.id === answer.record.carriesOut)?.title ?? null
  return (
    <Suspense fallback={<Loading />}>
      <DraftSheet answer={answer} line={line} context={context} carriesOut={carriesOut} />
    </Suspense>
  )
}

const Writing = ({ id, context, columns, lines }: Shared & { readonly id: string }) => {
  const { data, error, refetch } = useWorkAgreement(id === 'new' ? null : id)
  if (id === 'new') return <Form context={context} before={null} columns={columns} lines={lines} />
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const { record, revision } = data
  return <Form context={context} before={{ record: record as Agreement, revision }} columns={columns} lines={lines} />
}

const FILTER_WORDS = {
  region: { label: 'agreements.region', all: 'agreements.everywhere' },
  party: { label: 'agreements.party', all: 'agreements.everybody' },
} as const

const Overview = ({ context, columns, lines, maySave }: Shared) => {
  const { say, date } = useText()
  const { region, party } = useAgreementView()
  return (
    <>
      <h1>{say('agreements.title')}</h1>
      <p className="page-about">{say('agreements.about')}</p>
      <search className="agreement-filters">
        <RegionAndParty
          context={context}
          chosen={{ region, party }}
          words={FILTER_WORDS}
          onChange={changeAgreementView}
        />
        <a className="link" href={`/api/agreements.ics${region ? `?region=${region}` : ''}`}>
          {say('agreements.calendar')}
        </a>
        {maySave && (
          <button type="button" className="button-main" onClick={() => changeAgreementView({ edit: 'new' })}>
            {say('agreements.new')}
          </button>
        )}
      </search>
      <p role="status" className="quiet">
        {say('agreements.count', { count: lines.length, date: date(context.asOf.time) })}
      </p>
      <Board columns={columns} lines={lines} context={context} />
    </>
  )
}

const Screen = () => {
  const view = useAgreementView()
  const { data: context, error: contextError, refetch: refetchContext } = useContextAnswer()
  const { data: board, error, refetch } = useBoard(view.id || view.edit ? { region: null, party: null } : view)
  const { data: session } = useSession()
  const maySave = session !== undefined && isModerating(session.role) && !session.mustSetTotp
  if (contextError && !context) return <Trouble error={contextError} onRetry={() => void refetchContext()} />
  if (error && !board) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!context || !board) return <Loading />
  const shared = { context, columns: board.columns, lines: board.lines, maySave }
  return (
    <section className="page-sheet agreements">
      {view.edit && maySave ? (
        <Writing {...shared} id={view.edit} key={view.edit} />
      ) : view.id ? (
        <Opened {...shared} id={view.id} key={view.id} />
      ) : (
        <Overview {...shared} />
      )}
    </section>
  )
}

/** Agreements on their way from idea to end: a board, each one whole, and for Sekber the writing of them. */
const Agreements = () => (
  <AgreementTexts>
    <Screen />
  </AgreementTexts>
)

export default Agreements
