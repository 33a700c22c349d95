import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Code } from '../controls/code.tsx'
import { Due } from '../controls/due.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { LinkedId } from '../controls/linked-id.tsx'
import { channelWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import type { Complaint } from './complaint-deeds.ts'
import { complaintTexts, notMaliciousWords } from './texts.ts'

/** Whose complaint it is, about which orders, and until when what is owed. Never who the payer is. */
export const ComplaintFacts = ({ of }: { of: Complaint }) => {
  const texts = useTexts(complaintTexts)
  const word = useWords()
  const { channel, id, openedAt, replyBy, completeBy, followUps, accountId, orders, account, forcedFen } = of
  const isOpen = of.status === 'open' || of.status === 'replied'
  return (
    <section className="card stack">
      <h2>{texts.title}</h2>
      <Facts
        of={[
          [texts.channel, word(channelWords, channel)],
          [texts.problem, of.problem !== null && <Code of={of.problem} />],
          [texts.openedAt, <Time key="openedAt" at={openedAt} />],
          [texts.replyBy, of.status === 'open' && replyBy !== null && <Due at={replyBy} withTime />],
          [texts.completeBy, isOpen && completeBy !== null && <Due at={completeBy} withTime />],
          [texts.followUps, followUps > 0 && texts.followUpsTold(followUps)],
          [texts.id, <Id key="id" label={texts.id} text={id} whole />],
          [
            texts.account,
            accountId !== null && (
              <LinkedId kind="account" label={texts.account} text={accountId} open={texts.openAccount} />
            ),
          ],
          [texts.malicious, account && texts.maliciousTold(account.maliciousComplaints, account.bansAt)],
          [
            texts.bans,
            account &&
              (account.bans.length === 0
                ? texts.noBans
                : account.bans.map(({ since, reason }) => (
                    <p key={since}>
                      <Time at={since} dayOnly /> {reason}
                    </p>
                  ))),
          ],
          [texts.cannotMark, of.notMalicious !== null && word(notMaliciousWords, of.notMalicious)],
          [texts.fullyRefunded, of.fullyRefunded && texts.yes],
          [texts.forced, forcedFen > 0 && <Money fen={forcedFen} />],
        ]}
      />
      <h3>{texts.orders}</h3>
      <ul className="list">
        {orders.map(({ outTradeNo, orderId, amountFen }) => (
          <li key={outTradeNo} className="row apart">
            <Id label={texts.order} text={outTradeNo} />
            <Money fen={amountFen} />
            {orderId === null ? (
              <span className="quiet">{texts.noOrder}</span>
            ) : (
              <Link to={`/console/orders/${orderId}`} className="standing">
                {texts.order}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
