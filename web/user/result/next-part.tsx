import type { Verification } from 'shiming-client'
import type { Millis } from '../../../shared/kernel/time.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Waiting } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { Countdown, Time } from '../../shared/shown/time.tsx'
import { GiveUp } from '../orders/give-up.tsx'
import { GoOn } from './go-on.tsx'
import { type Next, outcomeOf, outcomes } from './outcome.ts'
import { outcomeTexts } from './outcome-texts.ts'
import { resultTexts } from './texts.ts'

type NextProps = { of: Verification; now: Millis; onChanged: () => Promise<void> }

const Main = ({ to, text }: { to: string; text: string }) => (
  <Link to={to} className="button button-main button-wide">
    {text}
  </Link>
)

/** Submitting again: at once, or from a moment on, which is told with the time that is left. */
const Again = ({ retryAt, now }: { retryAt: string | null; now: Millis }) => {
  const texts = useTexts(resultTexts)
  const isEarly = retryAt !== null && now < Date.parse(retryAt)
  return (
    <>
      {isEarly && (
        <p>
          {texts.againFrom} <Time at={retryAt} /> <Left until={retryAt} />
        </p>
      )}
      <Button kind="main" wide unavailable={isEarly} onPress={() => router().go('/verify')}>
        {texts.again}
      </Button>
    </>
  )
}

const Left = ({ until }: { until: string }) => {
  const texts = useTexts(resultTexts)
  return (
    <span className="quiet">
      {texts.leftBefore}
      <Countdown until={until} />
      {texts.leftAfter}
    </span>
  )
}

/** From when on the same data is taken again, where other data is at once. */
const SameFrom = ({ retryAt, now }: { retryAt: string | null; now: Millis }) => {
  const texts = useTexts(resultTexts)
  if (retryAt === null || now >= Date.parse(retryAt)) return null
  return (
    <p>
      {texts.sameFrom} <Time at={retryAt} /> <Left until={retryAt} />
    </p>
  )
}

const Pay = ({ of: { order }, onChanged }: NextProps) => {
  const texts = useTexts(resultTexts)
  return (
    <>
      <p>
        {texts.payBefore} <Countdown until={order.expiresAt} />
      </p>
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
  const again = <Again retryAt={of.retryAt} now={now} />
  const onward: Readonly<Record<Next, React.ReactNode>> = {
    pay: <Pay {...props} />,
    wait: <Waiting>{texts.waiting}</Waiting>,
    go_on: <GoOn />,
    correct: <Main to="/verify" text={texts.correct} />,
    again,
    other_number: <Main to="/verify" text={texts.otherNumber} />,
    other_data: <Main to="/verify" text={texts.correct} />,
    support: <GoOn />,
    appeal: <Main to="/account" text={texts.appeal} />,
  }
  const { next } = outcomes[outcome]
  return (
    <section className="card stack">
      <h2>{texts.next}</h2>
      <ul className="tight">
        {outcomeTexts[language][outcome].todo.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {next !== 'again' && <SameFrom retryAt={of.retryAt} now={now} />}
      {onward[next]}
    </section>
  )
}
