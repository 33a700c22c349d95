import { useState } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { placeWithin } from '../../shared/router/paths.ts'
import { router } from '../../shared/router/router.ts'
import { session } from '../../shared/state/session.ts'
import { AskCode } from './ask-code.tsx'
import { GiveCode } from './give-code.tsx'
import type { Sent } from './sign-in.ts'
import { signInTexts } from './texts.ts'

/** Signs somebody in by number and code. */
const SignIn = ({ onSignedIn }: { onSignedIn: (account: string) => void }) => {
  const [sent, setSent] = useState<Sent>()
  const [phone, setPhone] = useState('')
  if (!sent)
    return (
      <AskCode
        phone={phone}
        onSent={(now) => {
          setPhone(now.phone)
          setSent(now)
        }}
      />
    )
  return <GiveCode sent={sent} onResent={setSent} onOtherPhone={() => setSent(undefined)} onSignedIn={onSignedIn} />
}

/** The page to sign in on; `to` in its address says where to go then. */
export const SignInPage = ({ query }: PageTold) => {
  const texts = useTexts(signInTexts)
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="card below">
        <SignIn
          onSignedIn={(account) => {
            session.began(account)
            router().go(placeWithin(query.get('to')), { replace: true })
          }}
        />
      </div>
    </Page>
  )
}

/** What stands in the place of a page of one who is not signed in; that page shows again afterwards, as it was. */
export const SignInAgain = ({ first }: { first: boolean }) => {
  const texts = useTexts(signInTexts)
  return (
    <Page title={first ? texts.title : texts.again} lead={first ? texts.lead : texts.againLead} over={!first}>
      <div className="card below">
        <SignIn onSignedIn={session.began} />
      </div>
    </Page>
  )
}
