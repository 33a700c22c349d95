import { Button } from '../../../shared/controls/button.tsx'
import { useTexts } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import { addressOf, type DocumentStep, type For, stepBefore } from '../step.ts'
import { documentTexts } from '../texts.ts'

/** `isBeside`: something else is the one thing to do. */
type OnwardProps = { step: DocumentStep; whom: For; next: string; onNext: () => unknown; isBeside?: boolean }

/** The ways on and back. */
export const Onward = ({ step, whom, next, onNext, isBeside = false }: OnwardProps) => {
  const texts = useTexts(documentTexts)
  const before = stepBefore(step, whom)
  return (
    <>
      <Button {...(!isBeside && { kind: 'main' as const })} wide onPress={onNext}>
        {next}
      </Button>
      {before && (
        <Link to={addressOf(before)} className="button button-wide">
          {texts.before}
        </Link>
      )}
    </>
  )
}
