import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { moneyText } from '../../shared/shown/money.ts'
import { Money } from '../../shared/shown/money.tsx'
import { dayName } from '../controls/days.ts'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { outcomeWords } from '../reconciliations/outcome-words.ts'
import { differenceWords } from '../reconciliations/texts.ts'
import { channelWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import type { OfDifference, OfRefund, Proposal } from './proposal.ts'
import { whatItDoes } from './proposal-words.ts'
import { proposalTexts } from './texts.ts'

/** That a refund was paid in another way. */
const AboutRefund = ({ about }: OfRefund) => {
  const texts = useTexts(proposalTexts)
  const word = useWords()
  const channel = word(channelWords, about.channel)
  return (
    <section className="card stack">
      <h2>{texts.what}</h2>
      <p>{texts.byHand(moneyText(about.amountFen), channel)}</p>
      <Facts
        of={[
          [texts.amount, <Money key="amount" fen={about.amountFen} />],
          [texts.channel, channel],
          [texts.outRefundNo, <Id key="number" label={texts.outRefundNo} text={about.outRefundNo} />],
          [
            texts.order,
            <Link
              key="order"
              to={`/console/orders/${about.orderId}?refund=${encodeURIComponent(about.refund)}`}
              className="standing"
            >
              {texts.openOrder}
            </Link>,
          ],
        ]}
      />
    </section>
  )
}

/** How a difference ends. */
const AboutDifference = (of: OfDifference) => {
  const language = useLanguage()
  const texts = useTexts(proposalTexts)
  const word = useWords()
  const { about } = of
  const toDay = (day: string) => (
    <Link key={day} to={`/console/reconciliations/${about.channel}/${day}`} className="standing">
      {dayName(day, language)}
    </Link>
  )
  return (
    <section className="card stack">
      <h2>{texts.what}</h2>
      <p>{whatItDoes(of, language)}</p>
      <Facts
        of={[
          [texts.amount, <Money key="amount" fen={about.amountFen} />],
          [texts.channel, word(channelWords, about.channel)],
          [texts.day, toDay(about.day)],
          [texts.differs, word(differenceWords, about.differs)],
          [texts.before, word(outcomeWords, about.outcome)],
          [texts.number, <Id key="number" label={texts.number} text={about.number} />],
          [
            texts.order,
            about.orderId && (
              <Link key="order" to={`/console/orders/${about.orderId}`} className="standing">
                {texts.openOrder}
              </Link>
            ),
          ],
          [texts.otherDay, about.with && toDay(about.with.day)],
          [texts.otherNumber, about.with && <Id key="other" label={texts.otherNumber} text={about.with.number} />],
        ]}
      />
    </section>
  )
}

/** What a proposal will do, by its kind. */
export const About = ({ of }: { of: Proposal }) =>
  of.kind === 'refund_paid_by_hand' ? <AboutRefund {...of} /> : <AboutDifference {...of} />
