import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { AllowedCard } from './allowed-card.tsx'
import { AppealCard } from './appeal-card.tsx'
import { EnforcementBanner } from './enforcement-banner.tsx'
import { IdentityCard } from './identity-card.tsx'
import { MoneyCard } from './money-card.tsx'
import { RecordsCard } from './records-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { accountTexts } from './texts.ts'
import { TokensCard } from './tokens-card.tsx'
import { useAccount } from './use-account.ts'

/** Everything the account is and has, and what it may do. */
export const AccountPage = () => {
  const texts = useTexts(accountTexts)
  const account = useAccount()
  return (
    <Page title={texts.title} wide>
      <div className="stack below">
        <Read of={account}>
          {(value) => (
            <div className="stack">
              <EnforcementBanner account={value} />
              <div className="cards">
                <IdentityCard account={value} />
                <AllowedCard account={value} />
                {value.ban !== null && <AppealCard />}
                <MoneyCard account={value} />
                <RecordsCard />
                <SessionsCard />
                <TokensCard />
              </div>
            </div>
          )}
        </Read>
      </div>
    </Page>
  )
}
