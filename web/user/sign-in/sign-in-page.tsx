import { lazy, Suspense } from 'react'
import { useTexts } from '../../shared/language.ts'
import { loadPage } from '../../shared/router/load-page.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { placeWithin } from '../../shared/router/paths.ts'
import { router } from '../../shared/router/router.ts'
import { session } from '../../shared/state/session.ts'
import { whereOf } from '../pay/where.ts'
import { SignIn } from './sign-in-form.tsx'
import { signInTexts } from './texts.ts'

/** Phones, which scan it, do without its code. */
const DesktopCode = lazy(async () => ({
  default: (await loadPage(() => import('../scan/desktop-code.tsx'))).DesktopCode,
}))

const isDesktop = (): boolean => whereOf(navigator.userAgent) === 'desktop'

type SignedIn = { onSignedIn: (account: string) => void }

/** Every way to sign in from here. */
const Ways = ({ onSignedIn }: SignedIn) => (
  <div className="ways below">
    <div className="card">
      <SignIn onSignedIn={onSignedIn} />
    </div>
    {isDesktop() && (
      <Suspense>
        <DesktopCode onSignedIn={onSignedIn} />
      </Suspense>
    )}
  </div>
)

/** The page to sign in on; `to` in its address says where to go then. */
export const SignInPage = ({ query }: PageTold) => {
  const texts = useTexts(signInTexts)
  return (
    <Page title={texts.title} lead={texts.lead} wide={isDesktop()}>
      <Ways
        onSignedIn={(account) => {
          session.began(account)
          router().go(placeWithin(query.get('to')), { replace: true })
        }}
      />
    </Page>
  )
}

/** What stands in the place of a page of one who is not signed in; that page shows again afterwards, as it was. */
export const SignInAgain = ({ first }: { first: boolean }) => {
  const texts = useTexts(signInTexts)
  return (
    <Page
      title={first ? texts.title : texts.again}
      lead={first ? texts.lead : texts.againLead}
      wide={isDesktop()}
      over={!first}
    >
      <Ways onSignedIn={session.began} />
    </Page>
  )
}
