import type { Answer } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { LinkedId } from '../controls/linked-id.tsx'
import { channelWords, goodWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import { orderTexts } from './texts.ts'

export type WholeOrder = Answer<'GET /v1/operator/orders/{id}'>

const time = (at: string | null) => at !== null && <Time at={at} />

/** What was bought, for how much, by which account, under which numbers. */
export const OrderFacts = ({ order, consent }: Pick<WholeOrder, 'order' | 'consent'>) => {
  const texts = useTexts(orderTexts)
  const word = useWords()
  const { kind, offer, points, amountFen, feeFen, forcedFen, channel } = order
  const id = (label: string, text: string | null) => text !== null && <Id label={label} text={text} whole />
  const good = [word(goodWords, kind), offer && word(goodWords, offer), points !== null && texts.points(String(points))]
  return (
    <section className="card stack">
      <h2>{texts.facts}</h2>
      <Facts
        of={[
          [texts.good, good.filter(Boolean).join(' · ')],
          [texts.amount, <Money key="amount" fen={amountFen} />],
          [texts.fee, feeFen > 0 && <Money fen={feeFen} />],
          [texts.channel, channel && word(channelWords, channel)],
          [texts.createdAt, time(order.createdAt)],
          [texts.paidAt, time(order.paidAt)],
          [texts.expiresAt, order.paidAt === null && time(order.expiresAt)],
          [texts.forced, forcedFen > 0 && <Money fen={forcedFen} />],
          [texts.takenBackAt, time(order.takenBackAt)],
          [texts.frozenAt, time(order.frozenAt)],
          [texts.orderId, id(texts.orderId, order.id)],
          [texts.outTradeNo, id(texts.outTradeNo, order.outTradeNo)],
          [texts.transactionId, id(texts.transactionId, order.transactionId)],
          ...order.transactions
            .filter((one) => one !== order.transactionId)
            .map((one, at) => [`${texts.otherTransaction} ${at + 1}`, id(texts.otherTransaction, one)] as const),
          [
            texts.accountId,
            <LinkedId
              key="account"
              kind="account"
              label={texts.accountId}
              text={order.accountId}
              open={texts.openAccount}
            />,
          ],
          [texts.verificationId, id(texts.verificationId, order.verificationId)],
          [texts.applicationId, id(texts.applicationId, order.applicationId)],
          [texts.consent, consent?.notice],
          [texts.consentAt, consent && <Time at={consent.agreedAt} />],
        ]}
      />
    </section>
  )
}
