import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { GoOn } from '../result/go-on.tsx'
import { type Case, certifiedAt, isOfApp, isOfPapers } from './case.ts'
import { caseTexts, endTexts } from './texts.ts'
import { WordsForm } from './words-form.tsx'

type Decision = NonNullable<Case['decision']>

/** What a decision about papers leaves to do: nothing, hand them in again in some way, or neither. */
const leftBy = ({ verdict, ends }: Decision): 'done' | NonNullable<Decision['ends']> => {
  if (verdict === 'approved') return 'done'
  return verdict === 'no_answer' ? 'correct' : (ends ?? 'final')
}

/** After papers were looked at: on to where the user came from, to hand them in anew, or to a person. */
const AfterPapers = ({ of, decision }: { of: Case; decision: Decision }) => {
  const texts = useTexts(caseTexts)
  const ends = useTexts(endTexts)
  const left = leftBy(decision)
  if (left === 'done') return <GoOn />
  return (
    <>
      <h3>{texts.next}</h3>
      <p>{ends[left]}</p>
      {left !== 'final' && of.appealedBy === null && (
        <Link to="/papers" className={`button button-wide${left === 'correct' ? ' button-main' : ''}`}>
          {texts.anew}
        </Link>
      )}
      {of.appealedBy === null && <p>{of.canAppeal ? ends.orAppeal : ends.orAsk}</p>}
      <WhomToAsk about={of.id} />
    </>
  )
}

/** After anything else: a person can be asked about the same once more. */
const AfterAnswer = ({ of, decision: { verdict } }: { of: Case; decision: Decision }) => {
  const ends = useTexts(endTexts)
  const isAnswered = verdict === 'answered' || verdict === 'approved'
  return (
    <>
      <p>{isAnswered ? ends.solved : ends.again}</p>
      <WhomToAsk about={of.kind === 'help' ? of.subject : of.id} />
    </>
  )
}

/** The way to have another person look at it, once. */
export const AppealCard = ({ id }: { id: string }) => {
  const texts = useTexts(caseTexts)
  return (
    <section className="card stack">
      <h2>{texts.appeal}</h2>
      <p>{texts.appealMore}</p>
      <WordsForm
        name="appeal"
        label={texts.appealWords}
        submit={texts.appealSend}
        beside
        send={async (text) => router().go(`/cases/${(await mine().reviews.appeal(id, text)).id}`)}
      />
    </section>
  )
}

/** What was decided, in the very words, and what to do next. */
export const ResultCard = ({ of, decision }: { of: Case; decision: Decision }) => {
  const texts = useTexts(caseTexts)
  const application = certifiedAt(of)
  return (
    <section className="card stack">
      <h2>{texts.result}</h2>
      <p className="words" lang={of.language}>
        {decision.text}
      </p>
      <p className="quiet">
        {texts.decidedAt} <Time at={decision.at} />
      </p>
      {application !== undefined && (
        <Link to={application} className="button button-wide">
          {texts.toApplication}
        </Link>
      )}
      {isOfApp(of) && (
        <Link to="/developer" className="button button-wide">
          {texts.toApps}
        </Link>
      )}
      {isOfPapers(of) && <AfterPapers of={of} decision={decision} />}
      {!isOfPapers(of) && application === undefined && <AfterAnswer of={of} decision={decision} />}
    </section>
  )
}
