import './draft.css'
import type { AgreementLine } from '../../data/model/agreement_board.ts'
import { type AgreementDraftText, type DraftSources, draftOf } from '../../data/model/agreement_draft.ts'
import type { ContextAnswer, PlaceAnswer, RecordAnswer } from '../../data/model/answers.ts'
import { bboxOf } from '../map/camera.ts'
import { SketchMap } from '../sketch/SketchMap.tsx'
import { useText } from '../text/useText.ts'
import { useScopePlaces } from './queries.ts'
import { changeAgreementView } from './state.ts'

type Props = {
  readonly answer: RecordAnswer<'agreement'>
  readonly line: AgreementLine
  readonly context: ContextAnswer
  readonly carriesOut: string | null
}

const LEVELS = { district: 'Kecamatan', regency: 'Kabupaten', island: 'Pulau', region: 'Provinsi' } as const

/** Villages under the names of their districts; what is named as a whole stands by itself. */
const placesOf = (places: readonly PlaceAnswer[]): DraftSources['places'] => {
  const named = new Map<string, string[]>()
  for (const { level, name, lineage } of places) {
    const whole = level === 'village' ? `Kecamatan ${lineage.at(-2)?.name ?? ''}` : `${LEVELS[level]} ${name}`
    const villages = named.get(whole) ?? []
    named.set(whole, level === 'village' ? [...villages, name] : villages)
  }
  return [...named].map(([name, villages]) => ({ name, villages }))
}

const Plan = ({ plan }: Pick<AgreementDraftText, 'plan'>) => (
  <table className="draft-plan">
    <thead>
      <tr>
        <th scope="col">Bidang</th>
        <th scope="col">Pekerjaan</th>
        <th scope="col">Lokasi</th>
        <th scope="col">Waktu</th>
        <th scope="col">Penanggung jawab</th>
        <th scope="col">Sumber daya</th>
      </tr>
    </thead>
    <tbody>
      {plan.map(({ field, where, when }) => (
        <tr key={field}>
          <td>{field}</td>
          <td>[pekerjaan]</td>
          <td>{where}</td>
          <td>{when}</td>
          <td>[pihak]</td>
          <td>[sumber daya]</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Articles = ({ articles }: Pick<AgreementDraftText, 'articles'>) =>
  articles.map(({ heading, paragraphs }, at) => (
    <section key={heading}>
      <h2>
        Pasal {at + 1}
        <br />
        {heading}
      </h2>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </section>
  ))

const Signatures = ({ parties }: Pick<AgreementDraftText, 'parties'>) => (
  <ul className="draft-signatures">
    {parties.map(({ name, called }) => (
      <li key={called}>
        <strong>{called}</strong>
        <span>{name}</span>
        <span className="draft-line">[nama dan jabatan]</span>
      </li>
    ))}
  </ul>
)

const Sheet = ({ draft, children }: { readonly draft: AgreementDraftText; readonly children: React.ReactNode }) => (
  <article className="draft" lang="id">
    <p className="draft-mark">DRAF untuk dibahas. Belum disepakati dan belum ditandatangani.</p>
    <h1>
      {draft.form}
      <small>tentang</small>
      {draft.title}
    </h1>
    {draft.opening.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
    <ol className="draft-parties">
      {draft.parties.map(({ called, words }) => (
        <li key={called}>{words}</li>
      ))}
    </ol>
    <p>Para pihak sepakat atas hal-hal berikut.</p>
    {draft.plan.length > 0 && <Plan plan={draft.plan} />}
    <Articles articles={draft.articles} />
    <p>{draft.closing}</p>
    <Signatures parties={draft.parties} />
    <section className="draft-annex">
      <h2>{draft.annex.heading}</h2>
      {draft.annex.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {children}
    </section>
  </article>
)

/** The draft text of an agreement on paper, with its places listed and drawn in the annex. */
const DraftSheet = ({ answer, line, context, carriesOut }: Props) => {
  const { say } = useText()
  const agreement = answer.record
  const { region, scope } = agreement
  const places = useScopePlaces(scope)
  const draft = draftOf(agreement, {
    parties: line.parties.map(({ name, kind, wording }) => ({
      name: wording ?? name,
      isOfRegion: kind === 'opd' || kind === 'agency',
    })),
    places: placesOf(places),
    villages: line.villages,
    region: context.regencies.find(({ code }) => code === region)?.name ?? region,
    carriesOut,
  })
  const bbox = bboxOf(region, context)
  return (
    <>
      <p className="draft-ways">
        <button type="button" className="link" onClick={() => changeAgreementView({ draft: null })}>
          {say('agreements.draft.back')}
        </button>
        <button type="button" className="button-main" onClick={() => print()}>
          {say('agreements.draft.print')}
        </button>
      </p>
      <p className="page-about draft-about">{say('agreements.draft.about')}</p>
      <Sheet draft={draft}>
        {bbox && (
          <SketchMap
            bbox={bbox}
            features={[]}
            codes={scope.length > 0 ? scope : [region]}
            words={say('agreements.map', { title: agreement.title })}
          />
        )}
      </Sheet>
    </>
  )
}

export default DraftSheet
