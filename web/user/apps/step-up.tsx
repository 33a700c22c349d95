import type { Body } from 'shiming-client'
import { mine, service } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { keepStep } from './kept-step.ts'
import { StepUpForm, type StepUpFormProps } from './step-up-form.tsx'

type StepUpProps = StepUpFormProps & { asked: Body<'POST /v1/app-steps/looks'> }

/** A way back to here from the page of a vendor. */
const find = async (asked: StepUpProps['asked'], signal: AbortSignal) => {
  const [terms, faceTerms] = await Promise.all([
    mine().apps.stepTerms(asked, { signal }),
    service().faceTerms.get({ signal }),
  ])
  if (terms.face) keepStep(terms.face.action, location.pathname, asked)
  return { terms, faceTerms }
}

/** W8 a sensitive step: what it takes is asked first, then asked for. */
export const StepUp = ({ asked, ...form }: StepUpProps) => {
  const found = useResource(`step ${JSON.stringify(asked)}`, (signal) => find(asked, signal))
  return <Read of={found}>{(terms) => <StepUpForm {...terms} {...form} />}</Read>
}
