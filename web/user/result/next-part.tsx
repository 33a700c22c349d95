import type { Verification } from 'shiming-client'
import type { Millis } from '../../../shared/kernel/time.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Waiting } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { useChecks } from '../checks/use-checks.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { NextSteps } from '../next-steps.tsx'
import { GiveUp } from '../orders/give-up.tsx'
import { PapersEntrance } from '../papers/entrance.tsx'
import { Until } from '../until.tsx'
import { GoOn } from './go-on.tsx'
import { canBeLookedAt, type Next, outcomeOf, outcomes } from './outcome.ts'
import { outcomeTexts } from './outcome-texts.ts'
import { resultTexts } from './texts.ts'
import { isAnew, whenTold } from './when.ts'

type NextProps = { of: Verification; now: Millis; onChanged: () => Promise<void> }

const Main = ({ to, text }: { to: string; text: string }) => (
  <Link to={to} className="button button-main button-wide">
    {text}
  </Link>
)

const Pay = ({ of: { order }, onChanged }: NextProps) => {
  const texts = useTexts(resultTexts)
  return (
    <>
      <Main to="/verify/pay" text={texts.pay} />
      <GiveUp orderId={order.id} text={texts.giveUp} onOver={onChanged} />
    </>
  )
}

/** What can be done about it now, the likeliest as the main button; and when, where not at once. */
export const NextPart = (props: NextProps) => {
  const language = useLanguage()
  const texts = useTexts(resultTexts)
  const { of, now } = props
  const outcome = outcomeOf(of, now)
  const isEarly = of.retryAt !== null && now < Date.parse(of.retryAt)
  const { next } = outcomes[outcome]
  const checks = useChecks(isAnew(next))
  const anew = (text: string, isTooEarly = false) => (
    <Button kind="main" wide unavailable={isTooEarly || checks?.leftToday === 0} onPress={() => router().go('/verify')}>
      {text}
    </Button>
  )
  const onward: Readonly<Record<Next, React.ReactNode>> = {
    pay: <Pay {...props} />,
    wait: <Waiting>{texts.waiting}</Waiting>,
    go_on: <GoOn />,
    correct: anew(texts.correct),
    again: anew(texts.again, isEarly),
    other_number: anew(texts.otherNumber),
    other_data: anew(texts.correct),
    support: <GoOn />,
    appeal: <Main to="/account" text={texts.appeal} />,
  }
  return (
    <section className="card stack">
      <h2>{texts.next}</h2>
      <ul className="tight">
        {outcomeTexts[language][outcome].todo.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {of.next.length > 0 && <NextSteps steps={of.next} about={of.id} />}
      {whenTold(of, checks, language, now).map(({ text, at }) => (
        <p key={text}>
          {text} {at !== undefined && <Until at={at} />}
        </p>
      ))}
      {onward[next]}
      {canBeLookedAt(of) && <PapersEntrance {...(checks?.leftToday === 0 && { kind: 'main' as const })} />}
      <WhomToAsk about={outcomes[outcome].tone === 'warn' && of.next.length === 0 ? of.id : undefined} />
    </section>
  )
}
