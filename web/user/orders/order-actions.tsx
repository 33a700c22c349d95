import type { Millis } from '../../../shared/kernel/time.ts'
import { Button } from '../../shared/controls/button.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Countdown } from '../../shared/shown/time.tsx'
import type { Order } from '../money/named.ts'
import { pagesOf } from '../pay/phase.ts'
import { GiveUp } from './give-up.tsx'
import { isOpen } from './order-state.ts'
import { orderTexts } from './texts.ts'

/** What can be done with an order: pay it while there is time, or give it up; print it, and see what it led to. */
export const OrderActions = ({
  order,
  now,
  onChanged,
}: {
  order: Order
  now: Millis
  onChanged: () => Promise<void>
}) => {
  const texts = useTexts(orderTexts)
  const { id, expiresAt, paidAt, verificationId } = order
  if (isOpen(order, now))
    return (
      <section className="card stack unprinted">
        <p>
          {texts.payBefore} <Countdown until={expiresAt} />
        </p>
        <Link to={pagesOf(order).pay} className="button button-main button-wide">
          {texts.pay}
        </Link>
        <p className="quiet">{texts.paidHere}</p>
        <GiveUp orderId={id} text={texts.giveUp} onOver={onChanged} />
      </section>
    )
  return (
    <div className="row unprinted">
      {verificationId !== null && (
        <Link to={`/verify/result?id=${verificationId}`} className="button">
          {texts.result}
        </Link>
      )}
      {paidAt !== null && (
        <span className="printable">
          <Button onPress={() => window.print()}>{texts.print}</Button>
        </span>
      )}
    </div>
  )
}
