import { X } from 'lucide-react'
import { ACTIVITY_STATUSES } from '../../data/model/activity.ts'
import { PickMany } from '../shell/PickMany.tsx'
import { useText } from '../text/useText.ts'
import type { PartProps } from './props.ts'

type Chip = { readonly id: string; readonly name: string; readonly remove: () => void }

/** Which organisations and which stages of work count; each choice stands below as a chip that takes it back. */
export const Filters = ({ view, context, changeView }: Omit<PartProps, 'coverage'>) => {
  const { say } = useText()
  const nameOf = (id: string) => context.organisations.find((one) => one.id === id)?.name ?? id
  const chips: readonly Chip[] = [
    ...view.organisations.map((id) => ({
      id,
      name: nameOf(id),
      remove: () => changeView((v) => ({ ...v, organisations: v.organisations.filter((other) => other !== id) })),
    })),
    ...view.statuses.map((id) => ({
      id,
      name: say(`panel.status.${id}`),
      remove: () => changeView((v) => ({ ...v, statuses: v.statuses.filter((other) => other !== id) })),
    })),
  ]
  return (
    <section className="filters" aria-labelledby="filters-title">
      <div className="section-head">
        <h2 id="filters-title">{say('panel.filters')}</h2>
        <PickMany
          name={say('panel.organisations')}
          none={say('panel.organisations.none')}
          chosen={view.organisations}
          choices={context.organisations.map(({ id, name, kind }) => ({
            value: id,
            label: name,
            detail: say(`panel.kind.${kind}`),
          }))}
          onChoose={(organisations) => changeView((v) => ({ ...v, organisations }))}
        />
        <PickMany
          name={say('panel.statuses')}
          chosen={view.statuses}
          choices={ACTIVITY_STATUSES.map((value) => ({ value, label: say(`panel.status.${value}`) }))}
          onChoose={(statuses) => changeView((v) => ({ ...v, statuses }))}
        />
      </div>
      {chips.length > 0 && (
        <ul className="chips">
          {chips.map(({ id, name, remove }) => (
            <li key={id}>
              <button type="button" className="chip" aria-label={say('panel.removeFilter', { name })} onClick={remove}>
                {name}
                <X aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
