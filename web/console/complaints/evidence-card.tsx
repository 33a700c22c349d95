import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { moneyText } from '../../shared/shown/money.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Facts } from '../controls/facts.tsx'
import { goodWords, orderWords, refundWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import { verificationWords } from '../words/verification-words.ts'
import type { Complaint } from './complaint-deeds.ts'
import { complaintTexts } from './texts.ts'

type Evidence = Complaint['evidence'][number]

const time = (at: string | null | undefined) => typeof at === 'string' && <Time at={at} />

/** What is known of one order that a complaint is about: bought, paid, checked with consent, given back. */
export const EvidenceCard = ({ of }: { of: Evidence }) => {
  const texts = useTexts(complaintTexts)
  const word = useWords()
  const { kind, offer, amountFen, status, paidAt, verdict, refunds, forcedFen, orderId } = of
  return (
    <section className="card stack">
      <div className="row apart">
        <h2>
          {word(goodWords, kind)}
          {offer !== null && ` · ${word(goodWords, offer)}`}
        </h2>
        <Link to={`/console/orders/${orderId}`} className="standing">
          {texts.order}
        </Link>
      </div>
      <Facts
        of={[
          [texts.amount, <Money key="amount" fen={amountFen} />],
          [texts.paidAt, time(paidAt)],
          [texts.orderStatus, word(orderWords, status)],
          [texts.result, verdict && <strong>{word(verificationWords, verdict.status)}</strong>],
          [texts.decidedAt, time(verdict?.decidedAt)],
          [texts.consent, verdict?.consentNotice],
          [texts.consentAt, time(verdict?.consentAt)],
          [
            texts.handedOn,
            verdict &&
              verdict.handedOn.length > 0 &&
              verdict.handedOn.map(({ recipient }) => recipient.company).join('、'),
          ],
          [
            texts.refundsGiven,
            refunds.length > 0 && (
              <ul className="list-plain">
                {refunds.map((refund) => (
                  <li key={`${refund.owedAt} ${refund.amountFen} ${refund.status}`}>
                    {texts.refundTold(
                      moneyText(refund.amountFen),
                      refund.paidByHand ? texts.paidByHand : word(refundWords, refund.status),
                    )}
                  </li>
                ))}
              </ul>
            ),
          ],
          [texts.forced, forcedFen > 0 && <Money fen={forcedFen} />],
        ]}
      />
    </section>
  )
}
