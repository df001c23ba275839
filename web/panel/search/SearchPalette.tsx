import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Search, X } from 'lucide-react'
import { useState } from 'react'
import type { SearchHit } from '../../../data/model/answers.ts'
import { api } from '../../api.ts'
import { useText } from '../../text/useText.ts'
import { useSettled } from '../../useSettled.ts'
import type { SearchProps } from '../props.ts'
import { Trouble } from '../Trouble.tsx'
import { groupHits, type HitGroup } from './groups.ts'

const EXAMPLES = ['Karimata', '61.05.08', 'Mitra Contoh 07'] as const
const REST_MS = 120

const useHits = (text: string) =>
  useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => api.search(text, signal),
    enabled: text !== '',
    placeholderData: keepPreviousData,
  })

const Examples = ({ words, onTry }: { readonly words: string; readonly onTry: (text: string) => void }) => (
  <div className="search-teach">
    <p>{words}</p>
    <div className="search-examples">
      {EXAMPLES.map((example) => (
        <button key={example} type="button" className="button-quiet" onClick={() => onTry(example)}>
          {example}
        </button>
      ))}
    </div>
  </div>
)

const Hits = ({ onPick }: Pick<SearchProps, 'onPick'>) => {
  const { say } = useText()
  return (
    <Autocomplete.List className="search-list" aria-label={say('search.name')}>
      {(group: HitGroup) => (
        <Autocomplete.Group key={group.kind} items={group.items}>
          <Autocomplete.GroupLabel className="search-group">
            {say(`search.group.${group.kind}`)}
          </Autocomplete.GroupLabel>
          <Autocomplete.Collection>
            {(hit: SearchHit) => (
              <Autocomplete.Item
                key={`${hit.kind} ${hit.id}`}
                value={hit}
                className="search-item"
                onClick={() => onPick(hit)}
              >
                <span className="search-title">{hit.title}</span>
                <span className="search-detail">{hit.detail}</span>
              </Autocomplete.Item>
            )}
          </Autocomplete.Collection>
        </Autocomplete.Group>
      )}
    </Autocomplete.List>
  )
}

/** Finds places, organisations and every other record by name or code, from the keyboard. */
export const SearchPalette = ({ open, onClose, onPick }: SearchProps) => {
  const { say, count } = useText()
  const [text, setText] = useState('')
  const asked = useSettled(text.trim(), REST_MS)
  const { data, error, refetch } = useHits(asked)
  const hits = text.trim() === '' ? [] : (data ?? [])
  const none = asked !== '' && asked === text.trim() && data?.length === 0

  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="veil" />
        <Dialog.Popup className="search">
          <Dialog.Title className="unseen">{say('search.name')}</Dialog.Title>
          <Autocomplete.Root
            open
            inline
            mode="none"
            autoHighlight="always"
            items={groupHits(hits)}
            value={text}
            onValueChange={(value, { reason }) => reason !== 'item-press' && setText(value)}
            itemToStringValue={(hit: SearchHit) => hit.title}
          >
            <div className="search-head">
              <Search aria-hidden="true" />
              <Autocomplete.Input
                className="search-input"
                placeholder={say('shell.search')}
                aria-label={say('search.name')}
              />
              <Dialog.Close className="search-close" aria-label={say('search.close')}>
                <X aria-hidden="true" />
              </Dialog.Close>
            </div>
            {error && <Trouble error={error} onRetry={() => void refetch()} />}
            {text.trim() === '' && <Examples words={say('search.teach')} onTry={setText} />}
            {none && !error && <Examples words={say('search.none', { text: asked })} onTry={setText} />}
            <Hits onPick={onPick} />
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
