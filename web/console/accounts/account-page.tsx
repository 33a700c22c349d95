import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { liftDeed } from '../appeals/appeal-deeds.ts'
import { DeedButton } from '../deed/deed-button.tsx'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { service, useResource } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { useWords } from '../words/use-words.ts'
import { AccountFacts, type Case, OpenOrders } from './account-facts.tsx'
import { Bans } from './bans-card.tsx'
import { Consents, Evidence, Verifications } from './evidence-card.tsx'
import { IdentityCard } from './identity-card.tsx'
import { accountTexts, evidenceWords } from './texts.ts'
import { TimeLine } from './time-line.tsx'

const Head = ({ of, onDone }: { of: Case; onDone: () => unknown }) => {
  const language = useLanguage()
  const may = useMay()
  const texts = useTexts(accountTexts)
  const word = useWords()
  const { verification, bans } = of
  return (
    <div className="case-head">
      <Tag tone={verification.status === 'verified' ? 'good' : 'info'}>
        {verification.status === 'verified' ? texts.verified : texts.unverified}
      </Tag>
      <span>{texts.levelOf(verification.level, word(evidenceWords, verification.levelName))}</span>
      {bans.length > 0 && <Tag tone="danger">{texts.banned}</Tag>}
      <DeedsLink subject={`account:${of.id}`} />
      {bans.length > 0 && may('decide_bans') && (
        <div className="acts">
          <DeedButton deed={liftDeed(of.id, language)} isFirst onDone={onDone} onStale={onDone} />
        </div>
      )}
    </div>
  )
}

/** An account: its facts, what is proven of it and how, and all that happened to it. */
export const AccountPage = ({ params, query }: PageTold) => {
  const texts = useTexts(accountTexts)
  const { id = '' } = params
  const account = useResource(`account ${id}`, (signal) => service().operator.accounts.get(id, { signal }))
  return (
    <Page title={texts.title} wide>
      <Read of={account}>
        {(of) => (
          <>
            <Head of={of} onDone={account.read} />
            <div className="case">
              <div className="case-part">
                <AccountFacts of={of} />
                <Bans of={of} />
                <OpenOrders of={of} />
              </div>
              <div className="case-part">
                <IdentityCard of={of} />
                <Evidence of={of} />
                <Verifications of={of} />
                <Consents of={of} />
              </div>
            </div>
            <TimeLine accountId={id} query={query} />
          </>
        )}
      </Read>
    </Page>
  )
}
