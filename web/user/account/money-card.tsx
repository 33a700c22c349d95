import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import type { Account } from '../../shared/service.ts'
import { memberText } from '../money/named.ts'
import { RefundHead } from '../money/refund-head.tsx'
import { moneyTexts } from '../money/texts.ts'
import { accountTexts } from './texts.ts'

/** What the account has: membership, points, and money on its way back. */
export const MoneyCard = ({ account: { membership, points, refunds, ban } }: { account: Account }) => {
  const language = useLanguage()
  const texts = useTexts(accountTexts)
  const money = useTexts(moneyTexts)
  return (
    <section className="card stack">
      <h2>{texts.money}</h2>
      <dl className="facts">
        <div>
          <dt>{texts.membership}</dt>
          <dd>{memberText(membership, language)}</dd>
        </div>
        <div>
          <dt>{texts.points}</dt>
          <dd className="number">{money.points(String(points))}</dd>
        </div>
      </dl>
      {ban === null && (
        <div className="row">
          <Link to="/membership" className="button">
            {texts.toMembership}
          </Link>
          <Link to="/points" className="button">
            {texts.toPoints}
          </Link>
        </div>
      )}
      {refunds.length > 0 && (
        <>
          <h3>{texts.refunds}</h3>
          <ul className="list">
            {refunds.map((refund) => (
              <li key={`${refund.outTradeNo} ${refund.cause}`} className="tight">
                <p className="row apart">
                  <RefundHead refund={refund} />
                </p>
                <p className="quiet">{refund.reason}</p>
                <Link to={`/orders/${refund.orderId}`} className="standing">
                  {texts.refundMore}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
