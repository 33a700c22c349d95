import { useTexts } from '../../../shared/language.ts'
import { Steps } from '../../way-steps.tsx'
import { type DocumentStep, type For, stepsFor } from '../step.ts'
import { documentTexts } from '../texts.ts'

/** Which of the steps this is. */
export const DocumentSteps = ({ now, whom }: { now: DocumentStep; whom: For }) => {
  const texts = useTexts(documentTexts)
  const names = { begin: texts.stepBegin, front: texts.stepFront, back: texts.stepBack, check: texts.stepCheck }
  const steps = stepsFor(whom)
  return <Steps label={texts.steps} names={steps.map((step) => names[step])} now={steps.indexOf(now) + 1} />
}
