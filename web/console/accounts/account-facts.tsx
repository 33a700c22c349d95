import type { Answer } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { goodWords } from '../words/money-words.ts'
import { useWords } from '../words/use-words.ts'
import { accountTexts } from './texts.ts'

export type Case = Answer<'GET /v1/operator/accounts/{id}'>

/** What can still be paid. */
export const OpenOrders = ({ of: { openOrders } }: { of: Case }) => {
  const texts = useTexts(accountTexts)
  const word = useWords()
  if (openOrders.length === 0) return null
  return (
    <section className="card stack">
      <h2>{texts.openOrders}</h2>
      <ul className="list">
        {openOrders.map(({ id, kind, amountFen }) => (
          <li key={id} className="row apart">
            <Link to={`/console/orders/${id}`} className="standing">
              {word(goodWords, kind)}
            </Link>
            <Money fen={amountFen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What an account is, has and may do. */
export const AccountFacts = ({ of }: { of: Case }) => {
  const texts = useTexts(accountTexts)
  const { membership, gate } = of
  const may = ({ allowed }: { allowed: boolean }): string => (allowed ? texts.allowed : texts.refused)
  return (
    <section className="card stack">
      <h2>{texts.facts}</h2>
      <Facts
        of={[
          [texts.id, <Id key="id" label={texts.id} text={of.id} whole />],
          [texts.externalId, of.externalId !== null && <Id label={texts.externalId} text={of.externalId} whole />],
          [texts.phone, of.phone],
          [texts.createdAt, <Time key="at" at={of.createdAt} />],
          [
            texts.membership,
            membership && (
              <>
                {texts.until} <Time at={membership.until} /> {!membership.active && texts.ended}
              </>
            ),
          ],
          [texts.points, of.points],
          [texts.send, may(gate.send_message)],
          [texts.recharge, may(gate.recharge_points)],
          [texts.sessions, of.sessions],
          [texts.maliciousComplaints, of.maliciousComplaints > 0 && of.maliciousComplaints],
          [texts.unbans, of.unbans > 0 && of.unbans],
        ]}
      />
    </section>
  )
}
