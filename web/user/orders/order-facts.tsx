import type { Millis } from '../../../shared/kernel/time.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { boughtName, type Order } from '../money/named.ts'
import { moneyTexts } from '../money/texts.ts'
import { orderState } from './order-state.ts'
import { orderTexts } from './texts.ts'

/** What stands on a receipt. Numbers are whole, to be copied or compared. */
export const OrderFacts = ({ order, now }: { order: Order; now: Millis }) => {
  const language = useLanguage()
  const texts = useTexts(orderTexts)
  const money = useTexts(moneyTexts)
  const { id, amountFen, createdAt, paidAt, channel, outTradeNo } = order
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [texts.what, boughtName(order, language)],
    [texts.amount, <Money key="amount" fen={amountFen} />],
    [texts.status, orderState(order, language, now).text],
    [texts.createdAt, <Time key="created" at={createdAt} whole />],
    ...(paidAt === null ? [] : ([[texts.paidAt, <Time key="paid" at={paidAt} whole />]] as const)),
    ...(channel === null ? [] : ([[texts.paidBy, money[channel]]] as const)),
    [
      texts.orderId,
      <span key="id" className="number">
        {id}
      </span>,
    ],
    ...(outTradeNo === null
      ? []
      : ([
          [
            texts.outTradeNo,
            <span key="no" className="number">
              {outTradeNo}
            </span>,
          ],
        ] as const)),
  ]
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {outTradeNo !== null && <p className="quiet">{texts.outTradeNoMore}</p>}
    </>
  )
}
