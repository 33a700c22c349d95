import { useId } from 'react'
import { useTexts } from '../../shared/language.ts'
import { type Analytics, countOf } from './series.ts'
import { countText, percentText } from './shown.ts'
import { numberTexts } from './texts.ts'

const VERDICTS = ['match', 'mismatch', 'no_record', 'identity_in_use', 'undetermined'] as const

/** Who is refused may never ask, and who asks may only sign in: the first steps are no shares of one another. */
const LOOSE = 2

/** How far people came, step by step. */
export const Funnel = ({ of: { totals } }: { of: Analytics }) => {
  const texts = useTexts(numberTexts)
  const id = useId()
  const steps = [
    { name: texts.refused, count: countOf(totals, 'gate_refusals') },
    { name: texts.codes, count: countOf(totals, 'codes_asked') },
    { name: texts.signedIn, count: countOf(totals, 'signed_in') },
    { name: texts.submitted, count: countOf(totals, 'orders_opened', 'verification') },
    { name: texts.begun, count: countOf(totals, 'orders_begun', 'verification') },
    { name: texts.paid, count: countOf(totals, 'orders_paid', 'verification') },
    {
      name: texts.decided,
      count: VERDICTS.reduce((sum, verdict) => sum + countOf(totals, 'orders_ended', 'verification', verdict), 0),
    },
  ]
  return (
    <section className="card figure" aria-labelledby={id}>
      <h2 id={id}>{texts.funnel}</h2>
      <p className="quiet">{texts.funnelLead}</p>
      <ol className="funnel list-plain below">
        {steps.map(({ name, count }, at) => {
          const before = steps[at - 1]?.count
          return (
            <li key={name}>
              {name}
              <strong>{countText(count)}</strong>
              {before !== undefined && at > LOOSE && (
                <span className="quiet">{texts.ofBefore(percentText(count, before))}</span>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
