import { useState, useSyncExternalStore } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { session } from '../../shared/state/session.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import { SignIn } from '../sign-in/sign-in-form.tsx'
import { wayHere } from '../sign-in/wechat.ts'
import { WechatWay } from '../sign-in/wechat-way.tsx'
import { Until } from '../until.tsx'
import { forgetCode } from './code.ts'
import { scanTexts } from './texts.ts'
import { Fact, type Seen, WhatAsks } from './what-asks-card.tsx'

type Decision = 'confirm' | 'refuse'

type Account = Answer<'GET /v1/account'>

/** Which account is let in, so that whoever has two knows. */
const Whose = ({ account: { phone, externalId, verification } }: { account: Account }) => {
  const texts = useTexts(scanTexts)
  return (
    <>
      <Fact is={texts.account}>
        <span className="number">{phone ?? externalId}</span>
      </Fact>
      {verification.name !== null && <Fact is={texts.name}>{verification.name}</Fact>}
    </>
  )
}

type Deed = { code: string; onDone: (decision: Decision) => void; onOver: (error: unknown) => void }

const Buttons = ({ code, onDone, onOver }: Deed) => {
  const language = useLanguage()
  const texts = useTexts(scanTexts)
  const [told, setTold] = useState('')
  const decide = async (decision: Decision): Promise<void> => {
    try {
      await mine().scans.decide({ code, decision })
      forgetCode()
      onDone(decision)
    } catch (error) {
      if (isProblem(error, 'scan_over')) onOver(error)
      else setTold(failureText(error, language))
    }
  }
  return (
    <>
      <Button kind="main" wide onPress={() => decide('confirm')}>
        {texts.confirm}
      </Button>
      <Button wide onPress={() => decide('refuse')}>
        {texts.refuse}
      </Button>
      <Status>{told !== '' && <Banner tone="warn">{told}</Banner>}</Status>
    </>
  )
}

/** Whoever is signed in here decides, knowing for which account. */
const Mine = ({ seen, ...deed }: Deed & { seen: Seen }) => {
  const texts = useTexts(scanTexts)
  const account = useResource('account', (signal) => mine().account.get({ signal }))
  return (
    <Read of={account}>
      {(value) => (
        <div className="stack">
          <WhatAsks seen={seen}>
            <Whose account={value} />
          </WhatAsks>
          <Banner tone="warn">{texts.warning}</Banner>
          <p className="quiet">
            {texts.until} <Until at={seen.expiresAt} />
          </p>
          <Buttons {...deed} />
        </div>
      )}
    </Read>
  )
}

/** Who is not signs in first, or leaves it. */
const Stranger = ({ seen, onLeave }: { seen: Seen; onLeave: () => void }) => {
  const texts = useTexts(scanTexts)
  return (
    <>
      <WhatAsks seen={seen} />
      <Banner tone="warn">{texts.warning}</Banner>
      <h2>{texts.signInTitle}</h2>
      <p>{texts.signInMore}</p>
      <SignIn onSignedIn={session.began} />
      {wayHere() === 'in_wechat' && <WechatWay to="/scan" isSilent />}
      <Button kind="plain" wide onPress={onLeave}>
        {texts.notMe}
      </Button>
    </>
  )
}

const Done = ({ decision }: { decision: Decision }) => {
  const texts = useTexts(scanTexts)
  const isIn = decision === 'confirm'
  return (
    <Page title={isIn ? texts.confirmed : texts.refused} over>
      <div className="card stack below">
        <p role="status">{isIn ? texts.confirmedMore : texts.refusedMore}</p>
        {isIn && <p className="quiet">{texts.confirmedUndo}</p>}
        <Link to="/account" className="button button-wide">
          {texts.toAccount}
        </Link>
      </div>
    </Page>
  )
}

/** Asks whoever scanned a code whether the desktop is theirs. Nothing happens without a tap. */
export const Deciding = ({ code, seen, onOver }: { code: string; seen: Seen; onOver: (error: unknown) => void }) => {
  const texts = useTexts(scanTexts)
  const { is } = useSyncExternalStore(session.state.subscribe, session.state.get)
  const [done, setDone] = useState<Decision>()
  const [isLeft, setLeft] = useState(false)
  if (done) return <Done decision={done} />
  return (
    <Page title={texts.title} lead={texts.lead} over>
      <div className="card stack below">
        {isLeft && <p role="alert">{texts.nothing}</p>}
        {!isLeft && is !== 'out' && <Mine code={code} seen={seen} onDone={setDone} onOver={onOver} />}
        {!isLeft && is === 'out' && (
          <Stranger
            seen={seen}
            onLeave={() => {
              forgetCode()
              setLeft(true)
            }}
          />
        )}
      </div>
    </Page>
  )
}
