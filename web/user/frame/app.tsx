import { Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { pagePaths } from '../../../functions/pages/page-paths.ts'
import { Button } from '../../shared/controls/button.tsx'
import { PutAway } from '../../shared/controls/dialog.tsx'
import { Waiting } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Boundary } from '../../shared/router/boundary.tsx'
import { Link, Page, usePlace } from '../../shared/router/page.tsx'
import { matched } from '../../shared/router/paths.ts'
import { findOutWho } from '../../shared/service.ts'
import { session } from '../../shared/state/session.ts'
import { wasIn } from '../../shared/state/was-in.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { pages } from '../pages.tsx'
import { isBackFromWechat } from '../sign-in/back.ts'
import { SignInAgain } from '../sign-in/sign-in-page.tsx'
import { Foot, Top } from './frame.tsx'
import { FetchAhead } from './later.tsx'
import { SessionEnd } from './session-end.tsx'
import { frameTexts } from './texts.ts'

/** In the place of a page whose code is still on its way. */
const Coming = () => (
  <main className="main">
    <Waiting>{useTexts(commonTexts).loading}</Waiting>
  </main>
)

/** These can be read by whoever is not signed in. */
const OPEN: readonly string[] = [
  ...['/', '/sign-in', '/return/{orderId}', '/face/return/{id}', '/enter', '/scan'],
  ...['/certificates', '/certificates/{id}'],
]

/** A page that belongs to somebody. What is not there at all, nobody has to sign in for. */
const isGuardedAt = (path: string): boolean =>
  matched(pagePaths, path) !== undefined && matched(OPEN, path) === undefined

/** Stands after a page: one that asks for nothing of anybody's would never hear that somebody is signed in here. */
const HearWho = ({ path }: { path: string }): null => {
  useEffect(() => {
    if (isGuardedAt(path)) findOutWho()
  }, [path])
  return null
}

/** What is under the address, or that nothing is. */
const Here = () => {
  const { path, query } = usePlace()
  const texts = useTexts(frameTexts)
  const found = matched(pagePaths, path)
  if (!found)
    return (
      <Page title={texts.nothingHere} lead={texts.nothingHereMore}>
        <p className="below">
          <Link to="/" className="button button-main">
            {texts.toStart}
          </Link>
        </p>
      </Page>
    )
  const Found = pages[found.pattern]
  return (
    <Suspense fallback={<Coming />}>
      <Found key={path} params={found.params} query={new URLSearchParams(query)} />
      <FetchAhead />
      <HearWho path={path} />
    </Suspense>
  )
}

/**
 * The page, and over it the way back in for whoever is no longer signed in. The page stays as it is below, so that nothing typed is
 * lost; for somebody else it begins anew.
 */
const Guarded = () => {
  const { path } = usePlace()
  const { is, account, visitor } = useSyncExternalStore(session.state.subscribe, session.state.get)
  const isGuarded = isGuardedAt(path)
  // Whoever was not signed in here is hardly so now: they need not wait for an answer that says it.
  const isGuessed = isGuarded && is === 'unknown' && !wasIn() && !isBackFromWechat
  const isShut = isGuessed || (isGuarded && is === 'out')
  const wasShut = useRef(isShut)
  useEffect(() => {
    // What had the focus was hidden meanwhile.
    if (wasShut.current && !isShut) document.querySelector('h1')?.focus({ preventScroll: true })
    wasShut.current = isShut
  }, [isShut])
  return (
    <>
      {isShut ? <SignInAgain first={typeof account !== 'string'} /> : <SessionEnd />}
      <div key={visitor} hidden={isShut}>
        <PutAway value={isShut}>
          <Here />
        </PutAway>
      </div>
    </>
  )
}

const Failed = () => {
  const texts = useTexts(frameTexts)
  return (
    <Page title={texts.failed} lead={texts.failedMore}>
      <p className="below">
        <Button kind="main" onPress={() => location.reload()}>
          {useTexts(commonTexts).refresh}
        </Button>
      </p>
      <WhomToAsk />
    </Page>
  )
}

/** Everything on the screen. */
export const App = () => (
  <>
    <Top />
    <Boundary failed={<Failed />}>
      <Guarded />
    </Boundary>
    <Foot />
  </>
)
