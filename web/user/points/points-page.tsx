import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import type { Account } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { commonTexts } from '../../shared/texts/common.ts'
import { useAccount } from '../account/use-account.ts'
import { Banned } from '../banned/banned.tsx'
import { moneyTexts } from '../money/texts.ts'
import { Buying } from '../pay/buying.tsx'
import { useOffers } from '../use-offers.ts'
import { Recharge } from './recharge.tsx'
import { pointsTexts } from './texts.ts'

type Refused = Extract<Account['gate']['recharge_points'], { allowed: false }>

/** That whoever is not verified, or not as far as that needs, may not recharge, and the way out. */
const Shut = ({ decision: { legacyCode, verifyUrl } }: { decision: Refused }) => {
  const texts = useTexts(pointsTexts)
  const common = useTexts(commonTexts)
  const isToRaise = verifyUrl?.endsWith('/level') === true
  return (
    <section className="card stack">
      <Banner tone="warn">
        {isToRaise ? texts.level_too_low : texts.not_verified}{' '}
        {legacyCode !== null && <span className="quiet">（{texts.code(String(legacyCode))}）</span>}
      </Banner>
      {verifyUrl !== null && (
        <a className="button button-main button-wide" href={verifyUrl}>
          {isToRaise ? texts.raise : common.verify}
        </a>
      )}
    </section>
  )
}

/** How many points there are, and more of them for whoever is verified. */
export const PointsPage = () => {
  const texts = useTexts(pointsTexts)
  const money = useTexts(moneyTexts)
  const account = useAccount()
  const offers = useOffers()
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <Read of={account}>
          {({ points, gate, ban }) => (
            <>
              <dl className="card facts">
                <div>
                  <dt>{texts.yours}</dt>
                  <dd className="number">{money.points(String(points))}</dd>
                </div>
              </dl>
              <Buying kind="points" paid={texts.bought} onPaid={account.read}>
                {(opened) =>
                  gate.recharge_points.allowed ? (
                    <Read of={offers}>{({ points: offered }) => <Recharge offered={offered} opened={opened} />}</Read>
                  ) : ban === null ? (
                    <Shut decision={gate.recharge_points} />
                  ) : (
                    <section className="card stack">
                      <Banned ban={ban} />
                    </section>
                  )
                }
              </Buying>
            </>
          )}
        </Read>
        <p className="quiet">{money.amiss}</p>
      </div>
    </Page>
  )
}
