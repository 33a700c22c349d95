import { useTexts } from '../../../shared/language.ts'
import { Steps } from '../../way-steps.tsx'
import { type PapersStep, papersSteps } from '../draft/checks.ts'
import { papersTexts } from '../texts.ts'

/** Which of the four steps this is. */
export const PapersSteps = ({ now }: { now: PapersStep }) => {
  const texts = useTexts(papersTexts)
  const names = [texts.stepDocument, texts.stepData, texts.stepPictures, texts.stepSend]
  return <Steps label={texts.steps} names={names} now={papersSteps.indexOf(now) + 1} />
}
