import type { Verification } from 'shiming-client'
import type { Millis } from '../../../shared/kernel/time.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Refunds } from '../money/refund-progress.tsx'
import { moneyTold } from './money-told.ts'
import { resultTexts } from './texts.ts'

/** Where the money of a verification is at `now`: kept, on its way back or back, with the times. */
export const MoneyPart = ({ of, now }: { of: Verification; now: Millis }) => {
  const language = useLanguage()
  const texts = useTexts(resultTexts)
  return (
    <section className="card stack">
      <h2>{texts.money}</h2>
      {moneyTold(of, language, now).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Refunds of={{ id: of.order.id, refunds: of.refunds }} />
      <p>
        <Link to={`/orders/${of.order.id}`} className="standing">
          {texts.receipt}
        </Link>
      </p>
    </section>
  )
}
