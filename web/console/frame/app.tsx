import { Suspense, useEffect, useRef, useSyncExternalStore } from 'react'
import { consolePaths } from '../../../functions/pages/console-paths.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Waiting } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Boundary } from '../../shared/router/boundary.tsx'
import { Link, Page, usePlace } from '../../shared/router/page.tsx'
import { matched } from '../../shared/router/paths.ts'
import { Read } from '../../shared/state/read.tsx'
import { commonTexts } from '../../shared/texts/common.ts'
import { pages } from '../pages.tsx'
import { useResource } from '../service.ts'
import { wasEnded } from '../session/clear-tab.ts'
import { session } from '../session/session.ts'
import { readSession } from '../session/sign-in.ts'
import { SignInPage } from '../session/sign-in-page.tsx'
import { Shell } from './shell.tsx'
import { frameTexts } from './texts.ts'

const Coming = () => (
  <main className="main">
    <Waiting>{useTexts(commonTexts).loading}</Waiting>
  </main>
)

const Nothing = () => {
  const texts = useTexts(frameTexts)
  return (
    <Page title={texts.nothingHere} lead={texts.nothingHereMore} wide>
      <p className="below">
        <Link to="/console" className="button button-main">
          {texts.toHome}
        </Link>
      </p>
    </Page>
  )
}

/** What is under the address, or that nothing is. */
const Here = () => {
  const { path, query } = usePlace()
  const found = matched(consolePaths, path)
  if (!found) return <Nothing />
  const Found = pages[found.pattern]
  return (
    <Suspense fallback={<Coming />}>
      <Found key={path} params={found.params} query={new URLSearchParams(query)} />
    </Suspense>
  )
}

/** These are for whoever has no session yet. */
const OPEN: readonly string[] = ['/console/enrol']

/** The console for whoever is signed in, the way in for others. Of who is no longer, nothing stays: see `clearOnceOut`. */
const Guarded = () => {
  const { is } = useSyncExternalStore(session.state.subscribe, session.state.get)
  const isOut = is === 'out'
  const wasOut = useRef(isOut)
  useEffect(() => {
    if (wasOut.current && !isOut) document.querySelector('h1')?.focus({ preventScroll: true })
    wasOut.current = isOut
  }, [isOut])
  if (isOut) return <SignInPage isAgain={wasEnded(history.state)} />
  return (
    <div className="inside">
      <Shell>
        <Here />
      </Shell>
    </div>
  )
}

/** Nothing is shown before it is known whose session it is. */
const Known = () => {
  const asked = useResource('session', async (signal) => {
    // That nobody is signed in is an answer, too; whoever is hears it from the session.
    await readSession(signal).catch((error) => {
      if (session.state.get().is !== 'out') throw error
    })
    return true
  })
  const { is } = useSyncExternalStore(session.state.subscribe, session.state.get)
  if (is !== 'unknown') return <Guarded />
  return (
    <main className="main">
      <Read of={asked}>{() => null}</Read>
    </main>
  )
}

const Failed = () => {
  const texts = useTexts(frameTexts)
  return (
    <Page title={texts.failed} lead={texts.failedMore} wide>
      <p className="below">
        <Button kind="main" onPress={() => location.reload()}>
          {useTexts(commonTexts).refresh}
        </Button>
      </p>
    </Page>
  )
}

/** Everything on the screen. */
export const App = () => {
  const { path } = usePlace()
  return <Boundary failed={<Failed />}>{OPEN.includes(path) ? <Here /> : <Known />}</Boundary>
}
