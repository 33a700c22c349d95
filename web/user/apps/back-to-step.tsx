import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { pageOfStep } from './kept-step.ts'
import { stepUpTexts } from './step-up-texts.ts'

/** After a confirmation by face that is for a change of an app: the way back to it. Nothing where it is for something else. */
export const BackToStep = ({ action }: { action: string }) => {
  const texts = useTexts(stepUpTexts)
  const page = pageOfStep(action)
  return page === undefined ? null : (
    <Link to={page} className="button button-main button-wide">
      {texts.toStep}
    </Link>
  )
}
