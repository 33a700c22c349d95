import { lazy, Suspense } from 'react'
import { useTexts } from '../../shared/language.ts'
import { loadPage } from '../../shared/router/load-page.ts'
import { Page, type PageTold, usePlace } from '../../shared/router/page.tsx'
import { placeWithin } from '../../shared/router/paths.ts'
import { router } from '../../shared/router/router.ts'
import { session } from '../../shared/state/session.ts'
import { whereOf } from '../pay/where.ts'
import { asLeft } from './back.ts'
import { SignIn } from './sign-in-form.tsx'
import { signInTexts } from './texts.ts'
import { visitEndIn, wayHere } from './wechat.ts'

/** Phones, which scan it, do without its code. */
const DesktopCode = lazy(async () => ({
  default: (await loadPage(() => import('../scan/desktop-code.tsx'))).DesktopCode,
}))

/** Browsers of phones outside WeChat do without it. */
const WechatWay = lazy(async () => ({
  default: (await loadPage(() => import('./wechat-way.tsx'))).WechatWay,
}))

const WechatJoin = lazy(async () => ({
  default: (await loadPage(() => import('./wechat-join.tsx'))).WechatJoin,
}))

const WechatEnd = lazy(async () => ({
  default: (await loadPage(() => import('./wechat-end.tsx'))).WechatEnd,
}))

const isDesktop = (): boolean => whereOf(navigator.userAgent) === 'desktop'

/** `isSilent`: WeChat may be asked without a tap. */
type WaysProps = { onSignedIn: (account: string) => void; to: string; isSilent: boolean }

/** Every way to sign in from here. */
const Ways = ({ onSignedIn, to, isSilent }: WaysProps) => (
  <div className="ways below">
    <div className="card">
      <SignIn onSignedIn={onSignedIn} />
      {wayHere() !== undefined && (
        <Suspense>
          <WechatWay to={to} isSilent={isSilent} />
        </Suspense>
      )}
    </div>
    {isDesktop() && (
      <Suspense>
        <DesktopCode onSignedIn={onSignedIn} />
      </Suspense>
    )}
  </div>
)

/** The page to sign in on; `to` in its address says where to go then, `wechat` what became of a visit to WeChat. */
export const SignInPage = ({ query }: PageTold) => {
  const texts = useTexts(signInTexts)
  const to = asLeft(placeWithin(query.get('to')))
  const end = visitEndIn(query)
  if (end === 'unknown')
    return (
      <Suspense>
        <WechatJoin to={to} />
      </Suspense>
    )
  return (
    <Page title={texts.title} lead={texts.lead} wide={isDesktop()}>
      {end !== undefined && (
        <Suspense>
          <WechatEnd end={end} />
        </Suspense>
      )}
      <Ways
        to={to}
        isSilent={end === undefined}
        onSignedIn={(account) => {
          session.began(account)
          router().go(to, { replace: true })
        }}
      />
    </Page>
  )
}

/** What stands in the place of a page of one who is not signed in; that page shows again afterwards, as it was. */
export const SignInAgain = ({ first }: { first: boolean }) => {
  const texts = useTexts(signInTexts)
  const { path, query } = usePlace()
  return (
    <Page
      title={first ? texts.title : texts.again}
      lead={first ? texts.lead : texts.againLead}
      wide={isDesktop()}
      over={!first}
    >
      <Ways to={path + query} isSilent={first} onSignedIn={session.began} />
    </Page>
  )
}
