import './stories.css'
import './scene.css'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { type CallerRole, isModerating } from '../../data/model/person.ts'
import { OWN_KINDS } from '../../data/model/review.ts'
import { Loading, Waited } from '../pages/Waited.tsx'
import { Trouble } from '../panel/Trouble.tsx'
import { useContextAnswer } from '../queries.ts'
import { useSession } from '../session.ts'
import { List } from './List.tsx'
import { NewStory } from './NewStory.tsx'
import { Opened } from './Opened.tsx'
import { useOwnStories, useStories, useStory, useWorkStory } from './queries.ts'
import { StoryTexts } from './StoryTexts.tsx'
import { useStoryView } from './state.ts'

/** Who looks at the stories. */
type Reader = { readonly role: CallerRole; readonly organisation: string | null; readonly mayWrite: boolean }
type Props = { readonly context: ContextAnswer; readonly reader: Reader }

const Opening = ({ id, context, reader }: Props & { readonly id: string }) => {
  const { data: answer, error, refetch, isPending } = useStory(id)
  const { data: work, isPending: isOpening, error: refusal } = useWorkStory(reader.mayWrite ? id : null)
  // What nobody else may see yet is asked for again after each save: the draft stays on screen meanwhile.
  if (!work && (isPending || (reader.mayWrite && isOpening && !refusal))) return <Loading />
  const record = work?.record ?? answer?.story
  if (!record) return <Trouble error={error!} onRetry={() => void refetch()} />
  return (
    <Opened
      name={id}
      answer={answer}
      kept={{ record, id: work ? id : null, revision: work?.revision ?? 0 }}
      context={context}
      mayChange={work?.canSave ?? false}
      isSekber={isModerating(reader.role)}
    />
  )
}

const Overview = ({ reader }: Pick<Props, 'reader'>) => {
  const asked = useStories()
  const { data: own } = useOwnStories(reader.mayWrite)
  return (
    <Waited asked={asked}>{(list) => <List list={list} own={own?.lines ?? []} mayBegin={reader.mayWrite} />}</Waited>
  )
}

const Screen = () => {
  const { story, isNew } = useStoryView()
  const { data: context, error, refetch } = useContextAnswer()
  const { data: session, isPending } = useSession()
  if (error && !context) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!context || isPending) return <Loading />
  const role = session?.role ?? 'public'
  const mayWrite = (isModerating(role) || OWN_KINDS[role].includes('story')) && !session?.mustSetTotp
  const reader: Reader = { role, organisation: session?.organisation?.id ?? null, mayWrite }
  return (
    <section className="page-sheet stories">
      {isNew && mayWrite ? (
        <NewStory context={context} owner={isModerating(role) ? null : reader.organisation} />
      ) : story ? (
        <Opening key={story} id={story} context={context} reader={reader} />
      ) : (
        <Overview reader={reader} />
      )}
    </section>
  )
}

/** Stories for presenting: all of them, and each scene by scene. */
const Stories = () => (
  <StoryTexts>
    <Screen />
  </StoryTexts>
)

export default Stories
