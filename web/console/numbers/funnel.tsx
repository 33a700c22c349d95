import { type ReactNode, useId } from 'react'
import type { Input } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { type Analytics, countOf } from './series.ts'
import { countText, percentText } from './shown.ts'
import { numberTexts } from './texts.ts'

const VERDICTS = ['match', 'mismatch', 'no_record', 'identity_in_use', 'undetermined'] as const

type Stage = NonNullable<Input<'GET /v1/operator/orders'>['query']['stage']>

/** The orders that a step of the funnel counts, each of which is a verification. */
const ordersAt = (stage: Stage, { from, to }: Pick<Analytics, 'from' | 'to'>): string =>
  `/console/orders?from=${from}&to=${to}&stage=${stage}&good=verification`

/** What each step comes to; those without a stage are counted of nobody, and have no list. */
const stepsOf = ({ totals }: Pick<Analytics, 'totals'>) =>
  [
    { name: 'refused', count: countOf(totals, 'gate_refusals') },
    { name: 'codes', count: countOf(totals, 'codes_asked') },
    { name: 'signedIn', count: countOf(totals, 'signed_in') },
    { name: 'submitted', stage: 'opened', count: countOf(totals, 'orders_opened', 'verification') },
    { name: 'begun', stage: 'begun', count: countOf(totals, 'orders_begun', 'verification') },
    { name: 'paid', stage: 'paid', count: countOf(totals, 'orders_paid', 'verification') },
    {
      name: 'decided',
      stage: 'decided',
      count: VERDICTS.reduce((sum, verdict) => sum + countOf(totals, 'orders_ended', 'verification', verdict), 0),
    },
  ] as const

/** How far people came, step by step. */
export const Funnel = ({ of }: { of: Analytics }) => {
  const texts = useTexts(numberTexts)
  const id = useId()
  const steps = stepsOf(of)
  return (
    <section className="card figure" aria-labelledby={id}>
      <h2 id={id}>{texts.funnel}</h2>
      <p className="quiet">{texts.funnelLead}</p>
      <ol className="funnel list-plain below">
        {steps.map((step, at) => {
          const before = steps[at - 1]
          const told: ReactNode = (
            <>
              {texts[step.name]}
              <strong>{countText(step.count)}</strong>
            </>
          )
          // Only steps of orders are shares of one another: whoever is refused may never ask, and may ask often.
          const isShare = before !== undefined && 'stage' in before && 'stage' in step
          return (
            <li key={step.name}>
              {'stage' in step ? (
                <Link to={ordersAt(step.stage, of)} className="funnel-link">
                  {told}
                </Link>
              ) : (
                told
              )}
              {isShare && <span className="quiet">{texts.ofBefore(percentText(step.count, before.count))}</span>}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
