import './pages.css'
import { lazy, Suspense, useEffect } from 'react'
import { IntlProvider } from 'react-intl'
import type { Page } from '../page.ts'
import { usePalette } from '../palette.ts'
import { indonesian, LOCALES } from '../text/index.ts'
import { useText } from '../text/useText.ts'
import { useTexts } from '../text/useTexts.ts'
import { useDocumentLanguage, useView } from '../useView.ts'
import { PageBar } from './PageBar.tsx'
import { PageTexts } from './PageTexts.tsx'

const SignIn = lazy(() => import('../people/SignIn.tsx'))
const Invitation = lazy(() => import('../people/Invitation.tsx'))
const Account = lazy(() => import('../people/Account.tsx'))
const People = lazy(() => import('../people/People.tsx'))
const Import = lazy(() => import('../import/Import.tsx'))
const Dashboard = lazy(() => import('../dashboard/Dashboard.tsx'))
const Matching = lazy(() => import('../matching/Matching.tsx'))
const Agreements = lazy(() => import('../agreements/Agreements.tsx'))
const Convergence = lazy(() => import('../convergence/Convergence.tsx'))
const Plans = lazy(() => import('../plans/Plans.tsx'))
const Award = lazy(() => import('../award/Award.tsx'))
const Border = lazy(() => import('../border/Border.tsx'))
const Journal = lazy(() => import('../journal/Journal.tsx'))
const Present = lazy(() => import('../present/Present.tsx'))
const RecordPage = lazy(() => import('../profile/Record.tsx'))
const Profile = lazy(() => import('../profile/Profile.tsx'))
const Scenario = lazy(() => import('../scenario/Scenario.tsx'))
const Stories = lazy(() => import('../stories/Stories.tsx'))
const Review = lazy(() => import('../review/Review.tsx'))
const Widget = lazy(() => import('../widget/Widget.tsx'))
const Work = lazy(() => import('../work/Work.tsx'))

const Screen = ({ page }: { readonly page: Page }) => {
  switch (page.name) {
    case 'sign-in':
      return <SignIn />
    case 'invitation':
      return <Invitation />
    case 'account':
      return <Account />
    case 'people':
      return <People />
    case 'import':
      return <Import />
    case 'dashboard':
      return <Dashboard />
    case 'matching':
      return <Matching />
    case 'agreements':
      return <Agreements />
    case 'convergence':
      return <Convergence />
    case 'plans':
      return <Plans />
    case 'award':
      return <Award />
    case 'border':
      return <Border />
    case 'journal':
      return <Journal />
    case 'profile':
      return page.kind === 'organisation' ? <Profile id={page.id} /> : <RecordPage kind={page.kind} id={page.id} />
    case 'review':
      return <Review />
    case 'scenario':
      return <Scenario />
    case 'stories':
      return <Stories />
    case 'widget':
      return <Widget />
    case 'work':
      return <Work />
    default:
      return null
  }
}

const Waiting = () => {
  const { say } = useText()
  return (
    <p className="page-waiting" role="status">
      {say('pages.loading')}
    </p>
  )
}

/** A screen besides the map: the bar, and a sheet of paper that scrolls. */
const Sheet = ({ page }: { readonly page: Page }) => {
  const { view } = useView()
  usePalette(view.palette)
  useDocumentLanguage(view.language)
  const texts = useTexts(view.language)
  useEffect(() => {
    document.body.classList.add('scrolls')
    return () => document.body.classList.remove('scrolls')
  }, [])
  return (
    <IntlProvider locale={LOCALES[texts ? view.language : 'id']} messages={texts ?? indonesian}>
      <PageTexts>
        <PageBar page={page} />
        <main className="page" id="page" tabIndex={-1}>
          <Suspense fallback={<Waiting />}>
            <Screen page={page} />
          </Suspense>
        </main>
      </PageTexts>
    </IntlProvider>
  )
}

/** A story has the whole window; every other screen stands in the frame of pages. */
const Pages = ({ page }: { readonly page: Page }) =>
  page.name === 'present' ? (
    <Suspense>
      <Present id={page.id} />
    </Suspense>
  ) : (
    <Sheet page={page} />
  )

export default Pages
