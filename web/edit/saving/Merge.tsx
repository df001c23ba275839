import { useState } from 'react'
import type { Activity } from '../../../data/model/activity.ts'
import type { ContextAnswer } from '../../../data/model/answers.ts'
import { enumerate, organisationName, themeName } from '../../panel/card/names.ts'
import { type Text, useText } from '../../text/useText.ts'
import { type Draft, draftOf } from '../draft.ts'
import { useEditing } from '../editing.ts'
import { clashesOf, merged, type Part, type Side } from '../merge.ts'

/** What a side holds of a part, as one would say it. */
const saidOf = (part: Part, { fields, sites, photos }: Draft, text: Text, context: ContextAnswer): string => {
  const { say, date, language } = text
  switch (part) {
    case 'themes':
      return enumerate(
        fields.themes.map((id) => themeName(context, id, language)),
        language,
      )
    case 'organisations':
      return enumerate(
        fields.organisations.map(
          ({ id, role }) => `${organisationName(context, id)} (${say(`record.relation.${role}`)})`,
        ),
        language,
      )
    case 'period':
      return fields.start === ''
        ? ''
        : say('record.span', { from: date(fields.start), to: fields.end ? date(fields.end) : say('record.open') })
    case 'status':
      return say(`panel.status.${fields.status}`)
    case 'visibility':
      return say(`record.visibility.${fields.visibility}`)
    case 'sensitive':
      return fields.sensitive ? say(`edit.sensitive.${fields.sensitive}`) : say('edit.sensitive.none')
    case 'source':
      return [fields.sourceText, fields.sourceUrl, fields.sourceDate].filter(Boolean).join(', ')
    case 'sites':
      return say('edit.sites.count', { count: sites.length })
    case 'photos':
      return say('edit.photos.count', { count: photos.length })
    default:
      return fields[part]
  }
}

const NAMES = {
  title: 'edit.title',
  themes: 'edit.themes',
  organisations: 'edit.partners',
  period: 'edit.period',
  status: 'edit.status',
  budget: 'edit.budget',
  beneficiaries: 'edit.beneficiaries',
  planningDocument: 'edit.document',
  source: 'edit.source',
  visibility: 'edit.visibility',
  sensitive: 'edit.sensitive',
  note: 'edit.note',
  sites: 'edit.place',
  photos: 'edit.photos',
} as const satisfies { readonly [P in Part]: string }

type Props = { readonly theirs: Activity; readonly revision: number; readonly onMerged: () => void }

/** Two changed one record: what only one of them touched is settled; what both did is asked, part by part. */
export const Merge = ({ theirs, revision, onMerged }: Props) => {
  const text = useText()
  const { say } = text
  const { marking, context } = useEditing()
  const { draft } = marking
  const [chosen, setChosen] = useState<{ readonly [P in Part]?: Side }>({})
  const clashes = clashesOf(draft, theirs)
  const newer = draftOf(theirs, revision)
  return (
    <div className="edit-merge">
      <p>{clashes.length === 0 ? say('edit.merge.clear') : say('edit.merge.ask', { count: clashes.length })}</p>
      {clashes.map((part) => (
        <fieldset key={part} className="edit-field">
          <legend>{say(NAMES[part])}</legend>
          <div className="edit-options">
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={`merge-${part}`}
                  checked={(chosen[part] ?? 'mine') === side}
                  onChange={() => setChosen({ ...chosen, [part]: side })}
                />
                <span>
                  <span className="edit-hint">{say(`edit.merge.${side}`)}</span>
                  {saidOf(part, side === 'mine' ? draft : newer, text, context) || '–'}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <button
        type="button"
        className="button-primary"
        onClick={() => {
          marking.replace(merged(draft, theirs, revision, chosen))
          onMerged()
        }}
      >
        {say('edit.merge.take')}
      </button>
    </div>
  )
}
