import { OutboxSign } from '../outbox/Sign.tsx'
import type { Page } from '../page.ts'
import { useSession } from '../session.ts'
import { Mark } from '../shell/Mark.tsx'
import { useText } from '../text/useText.ts'
import { changeView, useView } from '../useView.ts'
import { SECTIONS } from './sections.ts'

/** The dark bar of the screens besides the map: where one may go, in which language, as whom. */
export const PageBar = ({ page }: { readonly page: Page }) => {
  const { say } = useText()
  const { view } = useView()
  const { data: session } = useSession()
  const role = session?.role ?? 'public'
  const own = view.language === 'en' ? '?lang=en' : ''
  const current = (name: Page['name']) => (page.name === name ? ('page' as const) : undefined)
  return (
    <header className="bar page-bar">
      <a className="page-skip" href="#page">
        {say('pages.skip')}
      </a>
      <a className="brand" href={`/${own}`}>
        <Mark />
        <span className="brand-name">Bentang</span>
      </a>
      <nav className="bar-nav page-nav" aria-label={say('pages.sections')}>
        <a href={`/${own}`}>{say('pages.map')}</a>
        {SECTIONS.filter(({ isFor }) => isFor(role)).map(({ page: name, label }) => (
          <a key={name} href={`/${name}${own}`} aria-current={current(name)}>
            {say(label)}
          </a>
        ))}
        {session?.person ? (
          <a href={`/account${own}`} aria-current={current('account')}>
            {session.person.name}
          </a>
        ) : (
          <a href={`/sign-in${own}`} aria-current={current('sign-in')}>
            {say('pages.signIn')}
          </a>
        )}
      </nav>
      <div className="page-bar-end">
        <OutboxSign isEnglish={view.language === 'en'} />
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
      </div>
    </header>
  )
}
