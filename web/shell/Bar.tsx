import { CircleUser, Info, Search, Share2, SunMoon } from 'lucide-react'
import type { ContextAnswer } from '../../data/model/answers.ts'
import { OutboxSign } from '../outbox/Sign.tsx'
import { useSession } from '../session.ts'
import { useText } from '../text/useText.ts'
import type { Opened } from '../useShortcuts.ts'
import type { ChangeView } from '../useView.ts'
import type { PaletteName, View } from '../view.ts'
import { Mark } from './Mark.tsx'
import { Pick } from './Pick.tsx'

type Props = {
  readonly view: View
  readonly context: ContextAnswer | undefined
  readonly changeView: ChangeView
  readonly opened: Opened | null
  readonly onOpen: (opened: Opened | null) => void
}

const PALETTES: readonly PaletteName[] = ['auto', 'light', 'dark', 'projector']

/** Who is signed in, and the way to their work; everyone else is shown the door. */
const Person = ({ language }: Pick<View, 'language'>) => {
  const { say } = useText()
  const { data: session } = useSession()
  const words = session?.person ? say('shell.work') : say('shell.signIn')
  const path = session?.person ? '/work' : '/sign-in'
  return (
    <a className="bar-person" href={language === 'en' ? `${path}?lang=en` : path} aria-label={words}>
      <CircleUser aria-hidden="true" />
      <span className="bar-words">{words}</span>
    </a>
  )
}

/** The dark bar: brand and regency, search, language, palette. */
export const Bar = ({ view, context, changeView, opened, onOpen }: Props) => {
  const { say } = useText()
  const regency = context?.regencies.find(({ code }) => view.region.startsWith(code))?.name
  return (
    <header className="bar">
      <div className="bar-start">
        <a className="brand" href="/">
          <Mark />
          <span className="brand-name">Bentang</span>
        </a>
        {regency && <span className="bar-regency">{say('shell.regency', { name: regency })}</span>}
      </div>
      <button
        type="button"
        className="bar-search"
        aria-label={say('shell.search')}
        onClick={() => onOpen('search')}
        aria-keyshortcuts="Control+K"
      >
        <Search aria-hidden="true" />
        <span className="bar-search-words">{say('shell.search')}</span>
        <span className="bar-search-words bar-search-short">{say('shell.search.short')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="bar-end">
        <OutboxSign isEnglish={view.language === 'en'} />
        <nav className="bar-nav" aria-label={say('shell.sections')}>
          <button
            type="button"
            className="bar-explore"
            aria-current={opened === 'about' ? undefined : 'page'}
            onClick={() => onOpen(null)}
          >
            {say('shell.explore')}
          </button>
          {(['dashboard', 'matching', 'agreements'] as const).map((page) => (
            <a key={page} className="bar-section" href={view.language === 'en' ? `/${page}?lang=en` : `/${page}`}>
              {say(`shell.${page}`)}
            </a>
          ))}
          <button
            type="button"
            className="bar-about"
            aria-label={say('shell.about')}
            aria-current={opened === 'about' ? 'page' : undefined}
            onClick={() => onOpen('about')}
          >
            <Info aria-hidden="true" />
            <span className="bar-words">{say('shell.about')}</span>
          </button>
          <button type="button" className="bar-about" aria-label={say('shell.share')} onClick={() => onOpen('share')}>
            <Share2 aria-hidden="true" />
            <span className="bar-words">{say('shell.share')}</span>
          </button>
          <Person language={view.language} />
        </nav>
        <fieldset className="bar-languages">
          <legend className="unseen">{say('shell.language')}</legend>
          {(['id', 'en'] as const).map((language) => (
            <button
              key={language}
              type="button"
              lang={language}
              aria-pressed={view.language === language}
              aria-label={language === 'id' ? 'ID, Bahasa Indonesia' : 'EN, English'}
              onClick={() => changeView((v) => ({ ...v, language }))}
            >
              {language.toUpperCase()}
            </button>
          ))}
        </fieldset>
        <Pick
          look="control"
          name={say('shell.palette')}
          value={view.palette}
          choices={PALETTES.map((value) => ({ value, label: say(`shell.palette.${value}`) }))}
          shown={
            <>
              <SunMoon aria-hidden="true" />
              <span className="bar-words">{say('shell.palette')}</span>
            </>
          }
          onPick={(palette) => changeView((v) => ({ ...v, palette }))}
        />
      </div>
    </header>
  )
}
