import { useEffect, useMemo, useRef, useState } from 'react'
import type { Code } from '../../data/model/codes.ts'
import { useOpenDraft } from '../outbox/open_drafts.ts'
import { dropDraft, type Question } from '../outbox/store.ts'
import { organisationName } from '../panel/card/names.ts'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import { type Draft, newDraft } from './draft.ts'
import { Strip } from './drawing/Strip.tsx'
import type { EditorProps } from './Editor.tsx'
import { type Editing, EditingContext } from './editing.ts'
import { stepOf } from './form_parts.ts'
import { useClosedOnMap } from './map/useClosedOnMap.ts'
import { useSitesOnMap } from './map/useSitesOnMap.ts'
import { Notices } from './Notices.tsx'
import { Panel } from './Panel.tsx'
import { allRemarks, applied, ownRemarks, type Remark, type Remedy, returnedRemarks } from './remarks.ts'
import type { StepName } from './Steps.tsx'
import { Actions } from './saving/Actions.tsx'
import { Reward } from './saving/Reward.tsx'
import { Waits } from './saving/Waits.tsx'
import { boxOf } from './sites.ts'
import { siteOf } from './task.ts'
import { useCheck } from './useCheck.ts'
import { useHand } from './useHand.ts'
import { useKept } from './useKept.ts'
import { useMarking } from './useMarking.ts'
import { useSaving } from './useSaving.ts'

type Props = EditorProps & {
  readonly initial: Draft
  /** When the draft that is gone on with was last kept; null for one that begins. */
  readonly resumed: string | null
  /** What the draft is when everything typed is thrown away. */
  readonly afresh: Draft
  /** What kept it from going out before. */
  readonly question: Question | null
}

/** Marking one activity: the sites on the map, the form beside it, what is said of both, and handing it in. */
export const Marker = (props: Props) => {
  const { edit, map, context, palette, layout, covered, changeView, onZoom, onLook, initial, resumed, afresh } = props
  const { question } = props
  const { say, language } = useText()
  const { data: session } = useSession()
  const isMember = session?.person != null
  const today = useMemo(() => new Date().toLocaleDateString('sv'), [])
  const marking = useMarking(initial)
  const [chosen, setChosen] = useState<string | null>(null)
  const [isAsked, setAsked] = useState(false)
  const [isResumed, setResumed] = useState(resumed !== null)
  const own = session?.organisation?.id
  const source = say('edit.source.own', { name: own ? organisationName(context, own) : (session?.person?.name ?? '') })
  const person = session?.person?.id ?? null
  const saving = useSaving({ draftKey: edit, marking, today, source, person, question })
  const waits = saving.sent?.kind === 'waiting' ? saving.sent : null
  useOpenDraft(edit, waits === null)
  const accepted = saving.sent?.kind === 'accepted' ? saving.sent.accepted : null
  const kept = useKept(edit, marking.draft, accepted !== null || waits !== null)
  const { answer, askNow } = useCheck(marking.draft, { today, source, isMember })
  const [isChecking, setChecking] = useState(false)
  const hand = useHand({ map, palette, marking, offline: say('edit.cut.offline'), onChosen: setChosen })
  const inHand = hand.task?.kind === 'move' ? siteOf(hand.task) : null
  useSitesOnMap(map, { sites: marking.sites, chosen, inHand, palette })
  const [closed, setClosed] = useState<readonly Code[] | null>(null)
  useClosedOnMap(map, closed, palette)

  const { fields, sites } = marking
  const returned = marking.draft.base?.record.returned
  const remarks = useMemo(
    () => [...returnedRemarks(returned), ...allRemarks(ownRemarks(fields, sites), answer?.findings ?? [])],
    [fields, sites, answer, returned],
  )
  /** What keeps the draft, as it is now, from being handed in. */
  const findFault = async (): Promise<Remark | undefined> => {
    setChecking(true)
    const fresh = await askNow()
    setChecking(false)
    const all = allRemarks(ownRemarks(fields, sites), fresh?.findings ?? [])
    return all.find(({ severity }) => severity === 'error')
  }
  const apply = (remark: Remark, remedy: Remedy) => {
    const next = applied({ fields, sites }, remark.field, remedy.value)
    if (next.sites !== sites) marking.changeSites(() => next.sites)
    if (next.fields !== fields) marking.form.reset(next.fields, { keepDefaultValues: true })
  }
  const goTo = useRef<((step: StepName) => void) | null>(null)
  const send = async (submit: boolean) => {
    setAsked(submit)
    const first = submit ? await findFault() : undefined
    if (first) goTo.current?.(stepOf(first))
    else saving.save(submit)
  }
  const look = useRef(onLook)
  look.current = onLook
  // A draft that is opened shows where it lies; one's own camera in a link stays as it is.
  useEffect(() => {
    const box = boxOf(initial.sites)
    const codes = initial.sites.flatMap(({ site }): readonly Code[] => ('code' in site ? [site.code] : []))
    if (box) onZoom(box)
    else if (codes.length > 0) look.current(codes)
    return () => look.current(null)
  }, [initial, onZoom])

  const editing: Editing = {
    marking,
    map,
    context,
    palette,
    layout,
    task: hand.task,
    setTask: hand.setTask,
    chosen,
    setChosen,
    remarks,
    withMissing: isAsked,
    answer,
    apply,
    goTo: (remark) => goTo.current?.(stepOf(remark)),
    isMember,
    show: onZoom,
  }
  const beginAnew = (draft: Draft) => {
    marking.replace(draft)
    setResumed(false)
    setAsked(false)
    saving.forget()
  }
  const another = () => {
    beginAnew(newDraft(own ?? null))
    changeView((v) => ({ ...v, edit: 'new' }))
  }
  const close = () => changeView((v) => ({ ...v, edit: null }))
  const errors = remarks.filter(({ severity }) => severity === 'error').length
  const status = say('edit.status.remarks', { errors, others: remarks.length - errors })
  return (
    <EditingContext value={editing}>
      {hand.task && (
        <Strip
          task={hand.task}
          progress={hand.progress}
          session={hand.session}
          sticks={hand.sticks}
          onSticks={hand.setSticks}
          trouble={hand.trouble}
          isBusy={hand.isBusy}
          acts={hand.acts}
        />
      )}
      <Panel
        title={accepted ? fields.title : say(marking.draft.base ? 'edit.change' : 'edit.new')}
        hidden={covered || (layout === 'phone' && hand.task !== null)}
        goTo={goTo}
        onClose={close}
        notices={
          <Notices
            kept={kept}
            resumed={isResumed ? resumed : null}
            sent={saving.sent?.kind === 'waiting' ? null : saving.sent}
            onForget={saving.forget}
            onAfresh={() => {
              void dropDraft(edit)
              beginAnew(afresh)
            }}
          />
        }
        actions={
          <Actions kept={kept} state={isChecking ? 'submit' : saving.state} onSave={(submit) => void send(submit)} />
        }
        instead={
          waits ? (
            <Waits id={marking.draft.id} submit={waits.submit} onAnother={another} onClose={close} />
          ) : (
            accepted && (
              <Reward
                accepted={accepted}
                onLook={(codes) => {
                  setClosed(codes)
                  onLook(codes)
                }}
                onAgain={saving.forget}
                onAnother={another}
                onClose={close}
              />
            )
          )
        }
      />
      <p className="unseen" role="status" lang={language}>
        {accepted ? '' : status}
      </p>
    </EditingContext>
  )
}
