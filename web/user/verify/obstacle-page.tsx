import { type ReactNode, useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { failureText } from '../../shared/state/failure.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { Banned } from '../banned/banned.tsx'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { Paused } from '../paused.tsx'
import { PersonFacts } from '../person/person-facts.tsx'
import { BackToPlatform } from '../return/back-to-platform.tsx'
import { Until } from '../until.tsx'
import { WaySteps } from '../way-steps.tsx'
import { draft, isBegun } from './draft.ts'
import { verifyTexts } from './texts.ts'
import type { Obstacle, Verification, Way } from './way.ts'

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Verified = ({ account: { verification, returnTo } }: Way) => {
  const texts = useTexts(verifyTexts)
  const common = useTexts(commonTexts)
  return (
    <>
      <p>{texts.verifiedMore}</p>
      <dl className="facts">
        <Fact name={texts.verifiedAs}>
          {verification.name} <span className="number">{verification.idNumber}</span>
        </Fact>
        {verification.verifiedAt !== null && (
          <Fact name={texts.verifiedAt}>
            <Time at={verification.verifiedAt} />
          </Fact>
        )}
      </dl>
      <BackToPlatform to={returnTo} main />
      <Link to="/account" className={`button button-wide${returnTo === null ? ' button-main' : ''}`}>
        {common.toAccount}
      </Link>
    </>
  )
}

const ToPay = ({ open, read }: { open: Verification; read: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(verifyTexts)
  const [told, setTold] = useState('')
  const giveUp = async (): Promise<void> => {
    try {
      await mine().verifications.cancel(open.id)
    } catch (error) {
      setTold(failureText(error, language))
    }
    await read()
  }
  return (
    <>
      <p>{texts.toPayMore}</p>
      <dl className="facts">
        <PersonFacts of={open} />
        <Fact name={texts.toPayAmount}>
          <Money fen={open.order.amountFen} />
        </Fact>
        <Fact name={texts.toPayUntil}>
          <Until at={open.order.expiresAt} />
        </Fact>
      </dl>
      <Status>{told !== '' && <p>{told}</p>}</Status>
      <Link to="/verify/pay" className="button button-main button-wide">
        {texts.toPay}
      </Link>
      <Button wide onPress={giveUp}>
        {texts.giveUp}
      </Button>
    </>
  )
}

const BeingChecked = ({ open }: { open: Verification }) => {
  const texts = useTexts(verifyTexts)
  return (
    <>
      <p>{texts.checkingMore}</p>
      <dl className="facts">
        <PersonFacts of={open} />
      </dl>
      <Link to="/verify/result" className="button button-main button-wide">
        {texts.toResult}
      </Link>
    </>
  )
}

const NotNow = ({ until }: { until: string }) => {
  const texts = useTexts(verifyTexts)
  return (
    <>
      <Paused until={until} />
      <p>{texts.pausedMore}</p>
      {isBegun(draft.get().values) && <p>{texts.pausedKept}</p>}
      <WhomToAsk about="verification" />
    </>
  )
}

type ObstaclePageProps = { obstacle: Obstacle; way: Way; read: () => Promise<void>; children?: ReactNode }

/** In the place of the form: what stands in the way, and where to go on. */
export const ObstaclePage = ({ obstacle, way, read, children }: ObstaclePageProps) => {
  const texts = useTexts(verifyTexts)
  const titles: Readonly<Record<Obstacle['is'], string>> = {
    verified: texts.verifiedTitle,
    banned: texts.bannedTitle,
    to_pay: texts.toPayTitle,
    being_checked: texts.checkingTitle,
    paused: texts.pausedTitle,
  }
  return (
    <Page key={obstacle.is} title={titles[obstacle.is]}>
      {obstacle.is === 'to_pay' && <WaySteps now={2} />}
      {obstacle.is === 'being_checked' && <WaySteps now={3} />}
      {children}
      <div className="card stack below">
        {obstacle.is === 'verified' && <Verified {...way} />}
        {obstacle.is === 'banned' && <Banned ban={obstacle.ban} />}
        {obstacle.is === 'to_pay' && <ToPay open={obstacle.open} read={read} />}
        {obstacle.is === 'being_checked' && <BeingChecked open={obstacle.open} />}
        {obstacle.is === 'paused' && <NotNow until={obstacle.until} />}
        {obstacle.is !== 'verified' && <BackToPlatform to={way.account.returnTo} />}
      </div>
    </Page>
  )
}
