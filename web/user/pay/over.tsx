import { Button } from '../../shared/controls/button.tsx'
import { Status, Waiting } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import type { Order } from '../money/named.ts'
import { Refunds } from '../money/refund-progress.tsx'
import { moneyTexts } from '../money/texts.ts'
import { payTexts } from './texts.ts'

/** It is paid; the page of what was bought comes in a moment. */
export const Paid = () => {
  const texts = useTexts(payTexts)
  return (
    <section className="card stack">
      <h2>{texts.paidTitle}</h2>
      <Waiting>{texts.paidMore}</Waiting>
    </section>
  )
}

/** Its time is over, and the channel has yet to say whether it was paid in time. */
export const Ending = ({ look }: { look: () => Promise<void> }) => {
  const texts = useTexts(payTexts)
  return (
    <section className="card stack">
      <h2>{texts.endingTitle}</h2>
      <Waiting>{texts.endingMore}</Waiting>
      <Button kind="main" wide onPress={look}>
        {texts.havePaid}
      </Button>
    </section>
  )
}

/** Nobody can pay it any more. */
export const Closed = ({ onAnew }: { onAnew: () => void }) => {
  const texts = useTexts(payTexts)
  const money = useTexts(moneyTexts)
  return (
    <section className="card stack">
      <Status>
        <div className="tight">
          <h2>{texts.closedTitle}</h2>
          <p>{texts.closedMore}</p>
          <p>{money.unpaid}</p>
          <p>{money.unpaidLate}</p>
        </div>
      </Status>
      <Button kind="main" wide onPress={onAnew}>
        {texts.anew}
      </Button>
    </section>
  )
}

/** Money came that buys nothing: too late, of another amount, or of a banned account. */
export const Returning = ({ order, onAnew }: { order: Order; onAnew: () => void }) => {
  const texts = useTexts(payTexts)
  return (
    <section className="card stack">
      <Status>
        <div className="tight">
          <h2>{texts.returningTitle}</h2>
          <p>{texts.returningMore}</p>
        </div>
      </Status>
      <Refunds of={order} />
      <WhomToAsk about={order.id} />
      <Button kind="main" wide onPress={onAnew}>
        {texts.anew}
      </Button>
    </section>
  )
}
