import type { ReactNode } from 'react'
import { Button } from '../../../shared/controls/button.tsx'
import { Banner } from '../../../shared/controls/status.tsx'
import { useTexts } from '../../../shared/language.ts'
import { Link, Page } from '../../../shared/router/page.tsx'
import type { Account } from '../../../shared/service.ts'
import { commonTexts } from '../../../shared/texts/common.ts'
import { Banned } from '../../banned/banned.tsx'
import { WhomToAsk } from '../../contact/whom-to-ask.tsx'
import { NextSteps } from '../../next-steps.tsx'
import { BackToPlatform } from '../../return/back-to-platform.tsx'
import { Until } from '../../until.tsx'
import { barTexts } from './bar-texts.ts'
import { caseAddress } from './open-case.ts'
import type { PapersBar } from './refused.ts'

type BarProps = {
  bar: PapersBar
  /** The case that is open, where it was found. */
  open: string | undefined
  returnTo: Account['returnTo']
  onBack: () => void
}

/** What leads on from here. */
const Onward = ({ bar: { code }, open }: Pick<BarProps, 'bar' | 'open'>) => {
  const texts = useTexts(barTexts)
  const common = useTexts(commonTexts)
  if (code === 'papers_not_needed')
    return (
      <Link to="/verify" className="button button-main button-wide">
        {common.verify}
      </Link>
    )
  if (code !== 'papers_open') return null
  return open === undefined ? (
    <Link to="/account" className="button button-main button-wide">
      {common.toAccount}
    </Link>
  ) : (
    <Link to={caseAddress(open)} className="button button-main button-wide">
      {texts.toCase}
    </Link>
  )
}

/** In the place of the form: why it leads nowhere, what to do, and when. What was typed and uploaded is still there. */
export const PapersBarPage = ({ bar, open, returnTo, onBack }: BarProps) => {
  const texts = useTexts(barTexts)
  const { code, until, next = [] } = bar
  const isOpen = code === 'papers_open'
  return (
    <Page key={code} title={texts[code]} over>
      <div className="card stack below">
        <Banner tone={isOpen ? 'info' : 'warn'}>
          <p role="alert">{texts[`${code}More`]}</p>
        </Banner>
        {until !== undefined && (
          <p>
            {texts.againFrom} <Until at={until} />
          </p>
        )}
        <Onward bar={bar} open={open} />
        {code === 'papers_not_needed' && <p>{texts.noPhone}</p>}
        {next.length > 0 && <NextSteps steps={next} />}
        {!isOpen && <WhomToAsk about={next.length > 0 ? undefined : 'papers'} />}
        {!isOpen && (
          <Button wide onPress={onBack}>
            {texts.back}
          </Button>
        )}
        <BackToPlatform to={returnTo} />
      </div>
    </Page>
  )
}

const Obstacle = ({ title, children }: { title: string; children: ReactNode }) => (
  <Page key={title} title={title}>
    <div className="card stack below">{children}</div>
  </Page>
)

/** Whether what their bank has certified would prove something: of whoever is verified, and not by a bank. */
export const offersBank = ({ verification }: Account): boolean =>
  verification.status === 'verified' &&
  !verification.evidence.some(({ source, status }) => source === 'bank' && status === 'valid')

/** What of the account stands in the way before anything is typed; undefined for nothing. `byBank`: what their bank has certified is to be shown. */
export const accountObstacle = ({ verification, ban }: Account, byBank: boolean): 'verified' | 'banned' | undefined => {
  // Whom a person has not seen yet may raise their level so; and where a feature wants it anew, an account may be verified once more.
  const shows = byBank ? 'bank' : 'review'
  const isSeen = verification.evidence.some(({ source, status }) => source === shows && status === 'valid')
  if (verification.status === 'verified' && isSeen && verification.verifyUrl === null) return 'verified'
  return ban === null ? undefined : 'banned'
}

/** In the place of the form, for whom there is nothing to hand in. */
export const PapersObstaclePage = ({ account }: { account: Account }) => {
  const texts = useTexts(barTexts)
  const common = useTexts(commonTexts)
  if (account.ban !== null)
    return (
      <Obstacle title={texts.banned}>
        <Banned ban={account.ban} />
      </Obstacle>
    )
  return (
    <Obstacle title={texts.verified}>
      <p>{texts.verifiedMore}</p>
      {offersBank(account) && (
        <Link to="/papers?proof=bank" className="button button-wide">
          {texts.byBank}
        </Link>
      )}
      <BackToPlatform to={account.returnTo} main />
      <Link to="/account" className="button button-wide">
        {common.toAccount}
      </Link>
    </Obstacle>
  )
}
