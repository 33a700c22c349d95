import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { Read } from '../../shared/state/read.tsx'
import { DeedsLink } from '../deeds/deeds-link.tsx'
import { Next } from '../queue/next.tsx'
import { RefundCard } from '../refunds/refund-card.tsx'
import { type Refund, refundKey } from '../refunds/refund-queue.tsx'
import { service, useResource } from '../service.ts'
import { goodWords, orderWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import { ComplaintsAbout } from './complaints-about.tsx'
import { HandedOn } from './handed-on.tsx'
import { OrderFacts, type WholeOrder } from './order-facts.tsx'
import { Ledger, Payments } from './order-tables.tsx'
import { orderTexts } from './texts.ts'

/** The refund one came for, then those that need somebody, then the others. */
const inOrder = (refunds: readonly Refund[], wanted: string | null): Refund[] => {
  const rank = ({ name, status }: Refund): number => (name === wanted ? 0 : status === 'operator' ? 1 : 2)
  return [...refunds].sort((one, other) => rank(one) - rank(other))
}

/** Something is owed to whoever complains of it. */
const isUnended = ({ status }: WholeOrder['complaints'][number]): boolean => status === 'open' || status === 'replied'

const Whole = ({ of, wanted, onDone }: { of: WholeOrder; wanted: string | null; onDone: () => unknown }) => {
  const texts = useTexts(orderTexts)
  const refunds = inOrder(of.refunds, wanted)
  return (
    <div className="case">
      <div className="case-part">
        {refunds.map((refund, at) => (
          <RefundCard key={refund.name} refund={refund} isFirst={at === 0} onDone={onDone} />
        ))}
        {refunds.length === 0 && <p className="card quiet">{texts.noRefunds}</p>}
        <OrderFacts order={of.order} consent={of.consent} />
      </div>
      <div className="case-part">
        <Payments payments={of.payments} />
        <Ledger ledger={of.ledger} />
        <ComplaintsAbout complaints={of.complaints} />
        <HandedOn handedOn={of.handedOn} />
      </div>
    </div>
  )
}

/** Everything about an order, and what can be done about its refunds. */
export const OrderPage = ({ params, query }: PageTold) => {
  const texts = useTexts(orderTexts)
  const word = useWords()
  const { id = '' } = params
  const wanted = query.get('refund')
  const order = useResource(`order ${id}`, (signal) => service().operator.orders.get(id, { signal }))
  return (
    <Page title={texts.title} wide>
      <Next query={query} current={refundKey({ orderId: id, name: wanted ?? '' })} />
      <Read of={order}>
        {(of) => (
          <>
            <div className="case-head">
              <Tag>{word(orderWords, of.order.status)}</Tag>
              {of.complaints.some(isUnended) && <Tag tone="warn">{texts.complained}</Tag>}
              <span>{word(goodWords, of.order.kind)}</span>
              <strong>
                <Money fen={of.order.amountFen} />
              </strong>
              <DeedsLink subject={`order:${id}`} />
            </div>
            <Whole of={of} wanted={wanted} onDone={order.read} />
          </>
        )}
      </Read>
    </Page>
  )
}
