import type { Millis } from '../../../shared/kernel/time.ts'
import { Button } from '../../shared/controls/button.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import type { Order } from '../money/named.ts'
import { Pay } from '../pay/pay.tsx'
import { pagesOf, phaseOf } from '../pay/phase.ts'
import { orderTexts } from './texts.ts'

type OrderActionsProps = { order: Order; now: Millis; onChanged: () => Promise<void> }

/** What can be done with an order: pay it while there is time, or give it up; print it, and go on to what it led to. */
export const OrderActions = ({ order, now, onChanged }: OrderActionsProps) => {
  const texts = useTexts(orderTexts)
  const { id, paidAt, verificationId, applicationId } = order
  const phase = phaseOf(order, now)
  if (phase === 'payable' || phase === 'ending')
    return (
      <div className="unprinted">
        <Pay orderId={id} onPaid={() => void onChanged()} />
      </div>
    )
  return (
    <div className="row unprinted">
      {verificationId !== null && (
        <Link to={`/verify/result?id=${verificationId}`} className="button">
          {texts.result}
        </Link>
      )}
      {applicationId !== null && (
        <Link to={`/developer/applications/${applicationId}`} className="button">
          {texts.application}
        </Link>
      )}
      {phase === 'closed' && (
        <Link to={pagesOf(order).anew} className="button">
          {texts.anew}
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
