import { Button } from '../../../shared/controls/button.tsx'
import { Status } from '../../../shared/controls/status.tsx'
import { useTexts } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import type { PapersStep } from '../draft/checks.ts'
import { addressOf, stepBefore } from '../draft/step.ts'
import { papersTexts } from '../texts.ts'

/** The ways on and back at the end of a step. */
export const Onward = ({ step, busy }: { step: PapersStep; busy: boolean }) => {
  const texts = useTexts(papersTexts)
  const before = stepBefore(step)
  const isLast = step === 'send'
  return (
    <div className="tight">
      <Button kind="main" wide submit busy={busy}>
        {isLast ? texts.submit : texts.next}
      </Button>
      <Status>{isLast && busy && <p className="quiet">{texts.submitting}</p>}</Status>
      {before && (
        <Link to={addressOf(before)} className="button button-wide">
          {texts.before}
        </Link>
      )}
    </div>
  )
}
