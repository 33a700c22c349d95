import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import type { Account } from '../../shared/service.ts'
import { dayText } from '../../shared/shown/moments.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { Money } from '../../shared/shown/money.tsx'
import { accountTexts } from './texts.ts'

type Refund = Account['refunds'][number]

const RefundLine = ({ refund }: { refund: Refund }) => {
  const texts = useTexts(accountTexts)
  const status: Readonly<Record<Refund['status'], string>> = {
    owed: texts.refundOwed,
    on_its_way: texts.refundOnItsWay,
    back: texts.refundBack,
    needs_person: texts.refundNeedsPerson,
  }
  return (
    <li className="tight">
      <div className="row apart">
        <span>
          <Money fen={refund.amountFen} /> <span className="quiet">{texts.refundOf(moneyText(refund.paidFen))}</span>
        </span>
        <Tag tone={refund.status === 'back' ? 'good' : 'info'}>{status[refund.status]}</Tag>
      </div>
      <p className="quiet">{refund.reason}</p>
    </li>
  )
}

/** What the account has: membership, points, and money on its way back. */
export const MoneyCard = ({ account: { membership, points, refunds } }: { account: Account }) => {
  const language = useLanguage()
  const texts = useTexts(accountTexts)
  const day = membership ? dayText(Date.parse(membership.until), language) : ''
  return (
    <section className="card stack">
      <h2>{texts.money}</h2>
      <dl className="facts">
        <div>
          <dt>{texts.membership}</dt>
          <dd>{membership ? (membership.active ? texts.memberUntil(day) : texts.memberOver(day)) : texts.none}</dd>
        </div>
        <div>
          <dt>{texts.points}</dt>
          <dd className="number">{texts.pointsCount(String(points))}</dd>
        </div>
      </dl>
      {refunds.length > 0 && (
        <>
          <h3>{texts.refunds}</h3>
          <ul className="list">
            {refunds.map((refund) => (
              <RefundLine key={`${refund.outTradeNo} ${refund.cause}`} refund={refund} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
