import { SECOND } from '../../../shared/kernel/time.ts'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { useNow } from '../../shared/shown/time.tsx'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { isMoving } from '../money/is-moving.ts'
import { Refunds } from '../money/refund-progress.tsx'
import { phaseOf } from '../pay/phase.ts'
import { OrderActions } from './order-actions.tsx'
import { OrderFacts } from './order-facts.tsx'
import { orderState } from './order-state.ts'
import { orderTexts } from './texts.ts'

/** One order as a receipt: what, when, how it was paid and what came back; what is not paid yet can be, or be given up. */
export const OrderPage = ({ params }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(orderTexts)
  const now = useNow(SECOND)
  const id = params.id ?? ''
  const order = useResource(`order ${id}`, (signal) => mine().orders.get(id, { signal }), {
    polls: (value) => isMoving(value, serviceClock.now()),
  })
  const { known } = order
  const isUnknown = known.is === 'failed' && isProblem(known.error, 'not_found')
  if (isUnknown)
    return (
      <Page title={texts.unknown} lead={texts.unknownMore}>
        <p className="below">
          <Link to="/orders" className="standing">
            {texts.toOrders}
          </Link>
        </p>
      </Page>
    )
  return (
    <Page
      title={texts.receipt}
      lead={<Status>{known.is === 'ok' ? orderState(known.value, language, now).text : null}</Status>}
    >
      <div className="stack below">
        <Read of={order}>
          {(value) => (
            <>
              <OrderActions order={value} now={now} onChanged={order.read} />
              <section className="card stack">
                <OrderFacts order={value} now={now} />
                {value.refunds.length > 0 && <h2>{texts.refunds}</h2>}
                <Refunds of={value} whole />
                <p className="quiet">
                  <small>{texts.seal}</small>
                </p>
              </section>
              {phaseOf(value, now) !== 'payable' && (
                <section className="card unprinted">
                  <WhomToAsk about={id} />
                </section>
              )}
            </>
          )}
        </Read>
        <p className="unprinted">
          <Link to="/orders" className="standing">
            {texts.toOrders}
          </Link>
        </p>
      </div>
    </Page>
  )
}
