import type { ReactNode } from 'react'
import type { PlaceAnswer } from '../../../data/model/answers.ts'
import { useText } from '../../text/useText.ts'
import { PlaceName } from '../card/PlaceName.tsx'
import { Section } from '../card/Section.tsx'
import { To } from '../card/To.tsx'

/** A row of a definition list. */
export const Row = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="fact">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** What is known of an island beyond its name. */
export const IslandFacts = ({ island }: { readonly island: NonNullable<PlaceAnswer['island']> }) => {
  const { say } = useText()
  return (
    <Section title={say('card.island')}>
      <dl className="facts">
        <Row label={say('card.island.populated')}>
          {say(island.populated ? 'card.island.inhabited' : 'card.island.uninhabited')}
        </Row>
        <Row label={say('card.island.shape')}>{say(`card.island.${island.shape}`)}</Row>
        <Row label={say('card.island.outermost')}>{say(island.outermost ? 'card.yes' : 'card.no')}</Row>
        {island.village && (
          <Row label={say('card.island.village')}>
            <To selection={{ kind: 'place', id: island.village }}>
              <PlaceName code={island.village} />
            </To>
          </Row>
        )}
      </dl>
    </Section>
  )
}
