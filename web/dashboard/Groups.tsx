import { groupTable } from '../../data/model/dashboard_tables.ts'
import { Pick } from '../shell/Pick.tsx'
import { useText } from '../text/useText.ts'
import { csvAddress, groupOnMap } from './addresses.ts'
import type { PartProps } from './Coverage.tsx'
import { GroupTable } from './GroupTable.tsx'
import { Section } from './Section.tsx'
import { changeDashboard, GROUPS, useDashboard } from './state.ts'

/** Who pays, by kind of organisation: every activity in one row only. */
export const Sources = ({ answer, view, sheetOf }: PartProps) => {
  const { say } = useText()
  const title = say('dashboard.source')
  return (
    <Section
      title={title}
      name={title}
      about={say('dashboard.source.about')}
      csv={csvAddress(view, 'source')}
      sheet={() => sheetOf(title, 'sumber', (words) => groupTable(answer, 'source', words))}
    >
      <GroupTable by="source" title={title} grouping={answer.groups.source} onMap={() => null} />
    </Section>
  )
}

/** The same activities by organisation, theme, district or year. */
export const Groups = ({ answer, view, sheetOf }: PartProps) => {
  const { say } = useText()
  const { group } = useDashboard()
  const name = `${say('dashboard.groups')} ${say(`dashboard.groups.${group}`)}`
  return (
    <Section
      title={
        <>
          {say('dashboard.groups')}{' '}
          <Pick
            look="word"
            name={say('dashboard.groups')}
            value={group}
            choices={GROUPS.map((value) => ({ value, label: say(`dashboard.groups.${value}`) }))}
            onPick={(picked) => changeDashboard({ group: picked })}
          />
        </>
      }
      name={name}
      about={say('dashboard.groups.about')}
      csv={csvAddress(view, group)}
      sheet={() => sheetOf(name, group, (words) => groupTable(answer, group, words))}
    >
      <GroupTable
        by={group}
        title={name}
        grouping={answer.groups[group]}
        onMap={(key) => groupOnMap(group, key, view)}
      />
    </Section>
  )
}
