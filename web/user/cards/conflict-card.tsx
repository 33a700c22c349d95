import { Button } from '../../shared/controls/button.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { cardTexts } from './texts.ts'

const conflicts = ['verified_as_another', 'identity_unavailable'] as const

/** Which of the two directions: this account is somebody else, or the person is verified elsewhere. */
export type Conflict = (typeof conflicts)[number]

export const conflictIn = (code: string): Conflict | undefined => conflicts.find((one) => one === code)

/** In the place of the form: which way round it does not fit, and what to do next. What was typed is still there. */
export const ConflictCard = ({ conflict, onBack }: { conflict: Conflict; onBack: () => void }) => {
  const texts = useTexts(cardTexts)
  return (
    <section className="card stack">
      <h2>{texts[conflict]}</h2>
      <Banner tone="warn">
        <p role="alert">{texts[`${conflict}More`]}</p>
      </Banner>
      <ol className="tight">
        <li>{texts[`${conflict}1`]}</li>
        <li>{texts[`${conflict}2`]}</li>
      </ol>
      {conflict === 'identity_unavailable' && (
        <Link to="/sign-in?to=/cards" className="button button-wide">
          {texts.signInOther}
        </Link>
      )}
      <WhomToAsk about="account" />
      <Button kind="main" wide onPress={onBack}>
        {texts.back}
      </Button>
    </section>
  )
}
