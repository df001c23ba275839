import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CornerDownLeft, Search, X } from 'lucide-react'
import { useState } from 'react'
import type { ContextAnswer, SearchHit } from '../../data/model/answers.ts'
import { api } from '../api.ts'
import type { Bbox } from '../map/props.ts'
import { Trouble } from '../panel/Trouble.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import { useSettled } from '../useSettled.ts'
import type { Opened } from '../useShortcuts.ts'
import type { ChangeView } from '../useView.ts'
import type { View } from '../view.ts'
import { commandsOf, findCommands } from './commands.ts'
import { goTo } from './goTo.ts'
import { groupCommands, groupHits, type Item, type ItemGroup } from './groups.ts'
import { SearchTexts } from './SearchTexts.tsx'
import { useAsked } from './useAsked.ts'

export type SearchProps = {
  readonly view: View
  readonly context: ContextAnswer
  /** What was typed before it arrived. */
  readonly early: string
  readonly changeView: ChangeView
  readonly onZoom: (bbox: Bbox) => void
  readonly onDraw: () => void
  readonly onMeasure: () => void
  readonly onOpen: (opened: Opened) => void
  readonly onClose: () => void
}

const EXAMPLES = ['search.example.gap', 'search.example.overlap', 'Karimata', '61.05.08', 'Mitra Contoh 07'] as const
const REST_MS = 120
/** As many commands stand before what was found. */
const MOST_COMMANDS = 4

const useHits = (text: string) =>
  useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => api.search(text, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })

const Examples = ({ words, onTry }: { readonly words: string; readonly onTry: (text: string) => void }) => {
  const { say } = useText()
  return (
    <div className="search-teach">
      <p>{words}</p>
      <div className="search-examples">
        {EXAMPLES.map((example) => {
          const text = example.startsWith('search.') ? say(example as 'search.example.gap') : example
          return (
            <button key={example} type="button" className="button-quiet" onClick={() => onTry(text)}>
              {text}
            </button>
          )
        })}
      </div>
    </div>
  )
}

const detailOf = (item: Item): string | null =>
  item.type === 'hit' ? item.hit.detail : item.type === 'ask' ? item.detail : null

const Found = ({ onPick }: { readonly onPick: (item: Item) => void }) => {
  const { say } = useText()
  return (
    <Autocomplete.List className="search-list" aria-label={say('search.name')}>
      {(group: ItemGroup) => (
        <Autocomplete.Group key={group.name} items={group.items}>
          <Autocomplete.GroupLabel className="search-group">
            {say(`search.group.${group.name}`)}
          </Autocomplete.GroupLabel>
          <Autocomplete.Collection>
            {(item: Item) => (
              <Autocomplete.Item
                key={item.id}
                value={item}
                className="search-item"
                data-type={item.type}
                onClick={() => onPick(item)}
              >
                <span className="search-title">{item.title}</span>
                {detailOf(item) && <span className="search-detail">{detailOf(item)}</span>}
                <CornerDownLeft className="search-enter" aria-hidden="true" />
              </Autocomplete.Item>
            )}
          </Autocomplete.Collection>
        </Autocomplete.Group>
      )}
    </Autocomplete.List>
  )
}

const Palette = ({ view, context, early, changeView, onZoom, onDraw, onMeasure, onOpen, onClose }: SearchProps) => {
  const words = useText()
  const { say, count } = words
  const { data: session } = useSession()
  const [text, setText] = useState(early)
  const typed = text.trim()
  const asked = useSettled(typed, REST_MS)
  const { data, error, refetch } = useHits(asked)
  const answered = useAsked(asked, view, context)
  // Enter may come before the hand has rested: it must not open what was typed before.
  const question = asked === typed ? answered : null
  const commands = commandsOf({ view, context, role: session?.role ?? 'public', text: words })
  const hits = typed === '' ? [] : (data ?? [])
  const groups: readonly ItemGroup[] =
    typed === ''
      ? [...groupCommands('do', commands.do), ...groupCommands('page', commands.page)]
      : [
          ...(question ? [{ name: 'ask', items: [question] } as const] : []),
          ...groupCommands('do', findCommands(commands.do, typed).slice(0, MOST_COMMANDS)),
          ...groupCommands('page', findCommands(commands.page, typed).slice(0, MOST_COMMANDS)),
          ...groupHits(hits),
        ]
  const none = typed !== '' && asked === typed && data?.length === 0 && groups.length === 0
  const follow = (hit: SearchHit) => hit.bbox && onZoom(hit.bbox)

  const pick = (item: Item) => {
    onClose()
    if (item.type === 'ask') {
      changeView(() => item.view)
      if (item.place) follow(item.place)
      return
    }
    if (item.type === 'hit') {
      const regencies = context.regencies.map(({ code }) => code)
      changeView((v) => goTo(v, item.hit, regencies))
      follow(item.hit)
      return
    }
    const { step } = item.command
    if (step.kind === 'change') changeView(step.change)
    if (step.kind === 'open') onOpen(step.opened)
    if (step.kind === 'draw') onDraw()
    if (step.kind === 'measure') onMeasure()
    if (step.kind === 'page') location.assign(view.language === 'en' ? `/${step.page}?lang=en` : `/${step.page}`)
  }

  return (
    <Dialog.Root open onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="search">
          <Dialog.Title className="unseen">{say('search.name')}</Dialog.Title>
          <Autocomplete.Root
            open
            inline
            mode="none"
            autoHighlight={typed === '' ? false : 'always'}
            items={groups}
            value={text}
            onValueChange={(value, { reason }) => reason !== 'item-press' && setText(value)}
            itemToStringValue={({ title }: Item) => title}
          >
            <div className="search-head">
              <Search aria-hidden="true" />
              <Autocomplete.Input
                className="search-input"
                // At once, so that no key is lost that follows Ctrl K.
                autoFocus
                placeholder={say('search.placeholder')}
                aria-label={say('search.name')}
              />
              <Dialog.Close className="search-close" aria-label={say('search.close')}>
                <X aria-hidden="true" />
              </Dialog.Close>
            </div>
            {error && <Trouble error={error} onRetry={() => void refetch()} />}
            {typed === '' && <Examples words={say('search.teach')} onTry={setText} />}
            {none && !error && <Examples words={say('search.none', { text: asked })} onTry={setText} />}
            <Found onPick={pick} />
            <Autocomplete.Status className="search-foot">
              {hits.length > 0 && (
                <span className="search-count">{say('search.count', { count: count(hits.length) })}</span>
              )}
              <span className="search-keys">{say('search.keys')}</span>
            </Autocomplete.Status>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** From the keyboard: finds places, organisations and every other record by name or code, answers questions, and does what can be done. */
export const SearchPalette = (props: SearchProps) => (
  <SearchTexts>
    <Palette {...props} />
  </SearchTexts>
)
