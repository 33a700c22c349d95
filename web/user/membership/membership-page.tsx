import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { type Account, mine } from '../../shared/service.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { failureText } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useAccount } from '../account/use-account.ts'
import { Banned } from '../banned/banned.tsx'
import { memberText } from '../money/named.ts'
import { moneyTexts } from '../money/texts.ts'
import { Buying } from '../pay/buying.tsx'
import { useOffers } from '../use-offers.ts'
import { membershipTexts } from './texts.ts'

type Offered = Answer<'GET /v1/offers'>['membership']

/** What it brings, beside what everybody has. */
const Brings = ({ sending }: Pick<Offered, 'sending'>) => {
  const texts = useTexts(membershipTexts)
  const limits = ['perDay', 'perMinute', 'titleLength', 'contentLength'] as const
  return (
    <section className="card">
      <table className="table">
        <caption>{texts.brings}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.limit}</th>
            <th scope="col">{texts.without}</th>
            <th scope="col">{texts.with}</th>
          </tr>
        </thead>
        <tbody>
          {limits.map((limit) => (
            <tr key={limit}>
              <th scope="row">{texts[limit]}</th>
              <td className="number">{sending[limit].without}</td>
              <td className="number">{sending[limit].with}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type BuyProps = { offered: Offered; membership: Account['membership']; opened: () => Promise<void> }

const Buy = ({ offered: { amountFen }, membership, opened }: BuyProps) => {
  const language = useLanguage()
  const texts = useTexts(membershipTexts)
  const [failed, setFailed] = useState<string>()
  const amount = moneyText(amountFen)
  const buy = async (): Promise<void> => {
    setFailed(undefined)
    try {
      await mine().memberships.buy()
    } catch (error) {
      setFailed(failureText(error, language))
    }
    await opened()
  }
  return (
    <section className="card stack">
      {membership?.active && <p>{texts.adds}</p>}
      <Status>{failed !== undefined && <Banner tone="warn">{failed}</Banner>}</Status>
      <Button kind="main" wide onPress={buy}>
        {membership?.active ? texts.again(amount) : texts.buy(amount)}
      </Button>
    </section>
  )
}

/** Until when somebody is a member, what that brings, and one month more of it. */
export const MembershipPage = () => {
  const language = useLanguage()
  const texts = useTexts(membershipTexts)
  const account = useAccount()
  const offers = useOffers()
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={account}>
          {({ membership, ban }) => (
            <>
              <dl className="card facts">
                <div>
                  <dt>{texts.yours}</dt>
                  <dd>{memberText(membership, language)}</dd>
                </div>
              </dl>
              <Read of={offers}>
                {({ membership: offered }) => (
                  <>
                    {ban === null ? (
                      <Buying kind="membership" paid={texts.bought} onPaid={account.read}>
                        {(opened) => <Buy offered={offered} membership={membership} opened={opened} />}
                      </Buying>
                    ) : (
                      <section className="card stack">
                        <Banned ban={ban} />
                      </section>
                    )}
                    <Brings sending={offered.sending} />
                  </>
                )}
              </Read>
            </>
          )}
        </Read>
        <section className="card tight">
          <h2>{texts.back}</h2>
          <p>{texts.backDelivered}</p>
          <p>{useTexts(moneyTexts).amiss}</p>
        </section>
      </div>
    </Page>
  )
}
