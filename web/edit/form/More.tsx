import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../../text/useText.ts'
import { useEditing } from '../editing.ts'
import { Photos } from '../photo/Photos.tsx'
import { remarksOn } from '../remarks.ts'
import { Sharing } from './Sharing.tsx'
import { TextField } from './TextField.tsx'

type FoldProps = {
  readonly title: string
  readonly aside?: string
  /** Fields whose remarks open the fold. */
  readonly fields: readonly string[]
  /** The one field in it is named by the fold already. */
  readonly isAlone?: boolean
  readonly children: ReactNode
}

/** A part that most do without; it opens by itself where something in it is to be looked at. */
const Fold = ({ title, aside, fields, isAlone, children }: FoldProps) => {
  const { remarks } = useEditing()
  const asks = fields.some((field) => remarksOn(remarks, field, false).length > 0)
  return (
    <details className="edit-fold" data-alone={isAlone} open={asks || undefined}>
      <summary>
        <span>{title}</span>
        {aside && <span className="edit-hint">{aside}</span>}
        <ChevronDown className="edit-turn" aria-hidden="true" />
      </summary>
      <div className="edit-fold-body">{children}</div>
    </details>
  )
}

/** What is good to know and need not be known today. */
export const More = () => {
  const { say } = useText()
  const { fields, photos } = useEditing().marking
  const today = new Date().toLocaleDateString('sv')
  return (
    <div className="edit-more">
      <Fold
        title={say('edit.photos')}
        aside={photos.length > 0 ? say('edit.photos.count', { count: photos.length }) : say('edit.optional')}
        fields={['photos']}
      >
        <Photos />
      </Fold>
      <Fold
        title={say('edit.document')}
        aside={fields.planningDocument || say('edit.optional')}
        fields={['planningDocument']}
        isAlone
      >
        <TextField
          name="planningDocument"
          field="planningDocument"
          label={say('edit.document')}
          hint={say('edit.document.hint')}
          maxLength={200}
        />
      </Fold>
      <Fold title={say('edit.source')} aside={fields.sourceText || say('edit.optional')} fields={['source']}>
        <TextField
          name="sourceText"
          field="source.text"
          label={say('edit.source.text')}
          hint={say('edit.source.hint')}
          maxLength={300}
        />
        <TextField
          name="sourceUrl"
          field="source.url"
          label={say('edit.source.url')}
          type="url"
          inputMode="url"
          placeholder="https://"
        />
        <TextField name="sourceDate" field="source.date" label={say('edit.source.date')} type="date" max={today} />
      </Fold>
      <Fold
        title={say('edit.sharing')}
        aside={say(`record.visibility.${fields.visibility}`)}
        fields={['visibility', 'sensitive']}
      >
        <Sharing />
      </Fold>
      <Fold
        title={say('edit.note')}
        aside={fields.note ? say('edit.note.there') : say('edit.optional')}
        fields={['note']}
        isAlone
      >
        <TextField
          name="note"
          field="note"
          label={say('edit.note')}
          hint={say('edit.note.hint')}
          lines={4}
          maxLength={2000}
        />
      </Fold>
    </div>
  )
}
