import type { PreCheck } from 'shiming-client'
import { useTexts } from '../../../shared/language.ts'
import { Money } from '../../../shared/shown/money.tsx'
import { fillingTexts } from './texts.ts'

/** What it costs, whatever comes of it, and how long there is for each step: said before anything is due. */
export const TermsCard = ({ of: { fee, terms, checklist } }: { of: PreCheck }) => {
  const texts = useTexts(fillingTexts)
  const rows = [
    [texts.confirmIn, texts.within(terms.confirmMs)],
    ...(fee.amountFen === 0 ? [] : [[texts.payIn, texts.within(terms.payMs)]]),
    [texts.decideIn, texts.within(terms.decideMs)],
    ...(checklist.some(({ kind, least }) => kind === 'authorisation_letter' && least > 0)
      ? [[texts.letterIn, texts.within(terms.letterMs)]]
      : []),
    [texts.correctIn, texts.correctTimes(texts.within(terms.correctMs), terms.returns)],
  ]
  return (
    <section className="card stack">
      <h2>{texts.costTitle}</h2>
      <dl className="facts">
        <div>
          <dt>{texts.cost}</dt>
          <dd>{fee.amountFen === 0 ? texts.free : <Money fen={fee.amountFen} />}</dd>
        </div>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{fee.terms}</p>
    </section>
  )
}
