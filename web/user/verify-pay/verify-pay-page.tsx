import { useState } from 'react'
import type { Answer } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Link, Page } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { useAccount } from '../account/use-account.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { moneyTexts } from '../money/texts.ts'
import { Pay } from '../pay/pay.tsx'
import type { Phase } from '../pay/phase.ts'
import { PersonFacts } from '../person/person-facts.tsx'
import { WaySteps } from '../way-steps.tsx'
import { GoOn } from './go-on.tsx'
import { Offered } from './offered.tsx'
import { headingOf, placeOf } from './place-of.ts'
import { verifyPayTexts } from './texts.ts'

type Verification = Answer<'GET /v1/verifications'>['verifications'][number]

const Person = ({ verification }: { verification: Verification }) => {
  const texts = useTexts(verifyPayTexts)
  return (
    <section className="card tight">
      <h2>{texts.person}</h2>
      <dl className="facts">
        <PersonFacts of={verification} />
      </dl>
    </section>
  )
}

/** `orderId`: of the one that is over; undefined where there never was one. */
const Nothing = ({ orderId }: { orderId: string | undefined }) => {
  const isOver = orderId !== undefined
  const texts = useTexts(verifyPayTexts)
  const money = useTexts(moneyTexts)
  return (
    <section className="card stack">
      {!isOver && <h2>{texts.none}</h2>}
      <p>{isOver ? texts.overMore : texts.noneMore}</p>
      {isOver && (
        <>
          <p>{money.unpaid}</p>
          <p>{money.unpaidLate}</p>
          <WhomToAsk about={orderId} />
        </>
      )}
      <Link to="/verify" className="button button-main button-wide" replace>
        {texts.begin}
      </Link>
    </section>
  )
}

/** Step 2: what the check costs and what goes back in each outcome, and paying for it. */
export const VerifyPayPage = () => {
  const texts = useTexts(verifyPayTexts)
  useAccount()
  // One is open at a time, and no later one while it is.
  const newest = useResource('newest verification', async (signal) => {
    const { items } = await mine().verifications.list({ limit: 1, signal }).page()
    const verification = items[0]
    if (!verification) return
    const place = placeOf(verification)
    // Money that came too late is told of with the result.
    const isMoneyBack =
      place === 'over' && (await mine().orders.get(verification.orderId, { signal })).refunds.length > 0
    return { verification, place: isMoneyBack ? 'result' : place }
  })
  const { known } = newest
  const [phase, setPhase] = useState<Phase>('payable')
  const heading = headingOf(known.is === 'ok' ? (known.value?.place ?? 'none') : 'here', phase)
  const isPayable = heading === 'title'
  return (
    <Page title={texts[heading]} lead={isPayable ? texts.lead : undefined}>
      {isPayable && <WaySteps now={2} />}
      <div className="stack below">
        <Read of={newest}>
          {(found) => {
            if (found?.place === 'result') return <GoOn to="/verify/result" />
            if (found?.place !== 'here') return <Nothing orderId={found?.verification.orderId} />
            const { verification } = found
            return (
              <>
                <Pay orderId={verification.orderId} onPhase={setPhase}>
                  <Offered verification={verification} onOver={newest.read} />
                </Pay>
                <Person verification={verification} />
                <WhomToAsk about={verification.orderId} />
              </>
            )
          }}
        </Read>
      </div>
    </Page>
  )
}
