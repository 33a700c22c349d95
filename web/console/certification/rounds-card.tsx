import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Facts } from '../controls/facts.tsx'
import { useWords } from '../words/use-words.ts'
import type { Round } from './certification.ts'
import { certificationTexts, fieldWords } from './texts.ts'
import { useFieldText } from './use-field-text.ts'

const RoundShown = ({ of, nth }: { of: Round; nth: number }) => {
  const texts = useTexts(certificationTexts)
  const word = useWords()
  const textOf = useFieldText()
  const { at, fields, words, answeredAt, was, became, changed } = of
  const all = [...new Set([...fields, ...changed])]
  return (
    <li className="stack">
      <p className="row">
        <strong>{texts.round(nth)}</strong>
        <span className="quiet">
          <Time at={at} whole />
        </span>
      </p>
      {words !== null && <p className="said">{words}</p>}
      <Facts
        of={all.map((field) => [
          word(fieldWords, field),
          changed.includes(field) ? (
            <span key={field} className="line">
              <del>{textOf(field, was)}</del> <ins>{textOf(field, became)}</ins>
            </span>
          ) : (
            <span key={field} className="quiet">
              {texts.unchanged}
            </span>
          ),
        ])}
      />
      <p className="quiet">
        {answeredAt === null ? (
          texts.notAnswered
        ) : (
          <>
            {texts.after} <Time at={answeredAt} />
          </>
        )}
      </p>
    </li>
  )
}

/** W5 what was returned before: in whose words, what stood there, and what it became. */
export const RoundsCard = ({ of }: { of: readonly Round[] }) => {
  const texts = useTexts(certificationTexts)
  if (of.length === 0) return null
  return (
    <section className="card stack">
      <h2>{texts.rounds}</h2>
      <p className="quiet">{texts.roundsLeft(of.length)}</p>
      <ol className="list-plain stack">
        {of.map((round, at) => <RoundShown key={round.at} of={round} nth={at + 1} />).reverse()}
      </ol>
    </section>
  )
}
