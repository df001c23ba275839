import { useQueries } from '@tanstack/react-query'
import type { PlaceAnswer } from '../../../data/model/answers.ts'
import type { AnyRecord } from '../../../data/model/record.ts'
import { useText } from '../../text/useText.ts'
import { Freshness } from '../card/Freshness.tsx'
import { formatHa } from '../card/numbers.ts'
import { recordQuery } from '../card/queries.ts'
import { Section } from '../card/Section.tsx'
import { To } from '../card/To.tsx'

/** A record that stands behind the verdict. */
export type Behind = { readonly kind: 'target' | 'activity'; readonly id: string }

type Props = { readonly behind: readonly Behind[]; readonly place: PlaceAnswer }

/** As many records as a reader checks by eye; all of them stand in the lists above. */
const MOST = 5

/** A target is named by its planning document, an activity by its own title. */
const wordsOf = ({ kind, record }: AnyRecord): string => {
  if (kind === 'target') return record.document.title
  return kind === 'activity' ? record.title : record.source.text
}

/** What the verdict stands on, each with the days since somebody last stood by it, and where the place comes from. */
export const Sources = ({ behind, place }: Props) => {
  const { say, language } = useText()
  const answers = useQueries({ queries: behind.slice(0, MOST).map(({ kind, id }) => recordQuery(kind, id)) })
  return (
    <Section title={say('card.sources')}>
      <ul className="sources">
        {answers.flatMap(({ data }) =>
          data
            ? [
                <li key={`${data.kind} ${data.record.id}`}>
                  <To selection={{ kind: data.kind, id: data.record.id }} className="link-quiet">
                    <Freshness words={wordsOf(data as AnyRecord)} days={data.freshnessDays} />
                  </To>
                </li>,
              ]
            : [],
        )}
        <li className="sources-place">
          {place.source.url ? (
            <a className="link-quiet" href={place.source.url} target="_blank" rel="noreferrer">
              {place.source.text}
            </a>
          ) : (
            place.source.text
          )}
        </li>
        <li className="sources-place">
          {place.areaHa === null
            ? place.boundaries.attribution
            : say('card.area', {
                ha: formatHa(place.areaHa, language),
                attribution: place.boundaries.attribution,
              })}
        </li>
      </ul>
    </Section>
  )
}
