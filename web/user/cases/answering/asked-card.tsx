import { useState } from 'react'
import { useTexts } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import { Time } from '../../../shared/shown/time.tsx'
import { Until } from '../../until.tsx'
import { type Case, certifiedAt } from '../case.ts'
import { caseTexts } from '../texts.ts'
import type { Asked } from './answer.ts'
import { AnswerForm } from './answer-form.tsx'

type AskedCardProps = { of: Case; asked: Asked; isLast: boolean; onAnswered: () => Promise<void> }

/**
 * What was asked of the user, in the very words; the answer they gave, or, while there is time, the form for it. Where the time ends under
 * their hands the form stays, so that nothing they typed is gone.
 */
export const AskedCard = ({ of, asked, isLast, onAnswered }: AskedCardProps) => {
  const texts = useTexts(caseTexts)
  const { text, until, answer } = asked
  const canAnswer = isLast && of.canAnswer
  const [wasOpen] = useState(canAnswer)
  const corrected = certifiedAt(of)
  const takesAnswer = answer === null && (canAnswer || wasOpen)
  return (
    <section className="card stack">
      <h2>{answer === null ? texts.asked : texts.wasAsked}</h2>
      <p className="words" lang={of.language}>
        {text}
      </p>
      {canAnswer && (
        <p>
          {texts.askedUntil}
          <Until at={until} />
        </p>
      )}
      {!canAnswer && answer === null && <p className="quiet">{texts.askedOver}</p>}
      {takesAnswer && corrected === undefined && <AnswerForm of={of} asked={asked} onAnswered={onAnswered} />}
      {takesAnswer && corrected !== undefined && (
        <Link to={corrected} className="button button-main button-wide">
          {texts.correctThere}
        </Link>
      )}
      {answer !== null && (
        <>
          <h3>{texts.answered}</h3>
          {answer.text !== null && <p className="words">{answer.text}</p>}
          {answer.materials.length > 0 && <p className="quiet">{texts.handedIn(answer.materials.length)}</p>}
          <p className="quiet">
            <Time at={answer.at} />
          </p>
        </>
      )}
    </section>
  )
}
