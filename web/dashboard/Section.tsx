import { type ReactNode, useId } from 'react'
import { useText } from '../text/useText.ts'
import { type Sheet, Xlsx } from './Xlsx.tsx'

type Props = {
  readonly title: ReactNode
  /** The title in words, for the downloads. */
  readonly name: string
  readonly about: ReactNode
  readonly csv: string
  /** Null while there is no answer yet. */
  readonly sheet: (() => Sheet) | null
  readonly children: ReactNode
}

/** One part of the overview: its title, what it counts, its files, and the table. */
export const Section = ({ title, name, about, csv, sheet, children }: Props) => {
  const { say } = useText()
  const id = useId()
  return (
    <section className="dash-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p className="dash-files">
          <a className="link" href={csv} aria-label={say('dashboard.csv.of', { title: name })}>
            {say('dashboard.csv')}
          </a>
          {sheet && (
            <Xlsx look="link" name={say('dashboard.xlsx.of', { title: name })} sheets={() => [sheet()]}>
              {say('dashboard.xlsx')}
            </Xlsx>
          )}
        </p>
      </header>
      <div className="dash-small">{about}</div>
      {children}
    </section>
  )
}
