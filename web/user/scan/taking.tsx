import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { service } from '../../shared/service.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { session } from '../../shared/state/session.ts'
import { forgetCode } from './code.ts'
import { scanTexts } from './texts.ts'
import { Fact, type Seen, WhatAsks } from './what-asks-card.tsx'

type Question = { code: string; isAnother: boolean; onOver: (error: unknown) => void; onLeave: () => void }

/** Who is signed in is asked whether to leave that account; nothing happens without a tap. */
const Buttons = ({ code, isAnother, onOver, onLeave }: Question) => {
  const language = useLanguage()
  const texts = useTexts(scanTexts)
  const [told, setTold] = useState('')
  const enter = async (): Promise<void> => {
    try {
      const { account, returnPath } = await service().scans.enter({ code, replace: isAnother })
      forgetCode()
      session.began(account.id)
      router().go(returnPath, { replace: true })
    } catch (error) {
      if (isProblem(error, 'scan_over')) onOver(error)
      else setTold(failureText(error, language))
    }
  }
  return (
    <>
      {isAnother && <Banner tone="warn">{texts.another}</Banner>}
      <Button kind="main" wide onPress={enter}>
        {isAnother ? texts.replace : texts.goOn}
      </Button>
      {isAnother && (
        <Link to="/account" className="button button-wide">
          {texts.stay}
        </Link>
      )}
      <Button kind="plain" wide onPress={onLeave}>
        {texts.notMine}
      </Button>
      <Status>{told !== '' && <Banner tone="warn">{told}</Banner>}</Status>
    </>
  )
}

/** Whose account goes on here, as far as that is told to whoever scans the code. */
const Whose = ({ account }: { account: NonNullable<Seen['account']> }) => {
  const texts = useTexts(scanTexts)
  return (
    <>
      {account.phone !== null && (
        <Fact is={texts.whose}>
          <span className="number">{account.phone}</span>
        </Fact>
      )}
      {account.externalId !== null && (
        <Fact is={texts.platformName}>
          <span className="number">{account.externalId}</span>
        </Fact>
      )}
      {account.name !== null && <Fact is={texts.name}>{account.name}</Fact>}
    </>
  )
}

/** Asks whoever scanned a code to go on by whether the account is theirs. */
export const Taking = ({ code, seen, onOver }: { code: string; seen: Seen; onOver: (error: unknown) => void }) => {
  const texts = useTexts(scanTexts)
  const [isLeft, setLeft] = useState(false)
  const leave = (): void => {
    forgetCode()
    setLeft(true)
  }
  return (
    <Page title={texts.goOnTitle} lead={texts.goOnLead} over>
      <div className="card stack below">
        {isLeft ? (
          <p role="alert">{texts.nothing}</p>
        ) : (
          <>
            <WhatAsks seen={seen}>{seen.account && <Whose account={seen.account} />}</WhatAsks>
            <Banner tone="warn">{texts.goOnWarning}</Banner>
            <Buttons {...{ code, onOver }} isAnother={seen.signedInAs === 'another_account'} onLeave={leave} />
          </>
        )}
      </div>
    </Page>
  )
}
