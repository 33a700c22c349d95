import type { NextStepName } from '../../functions/verification/next-steps.ts'
import { nextStepNames } from '../../functions/verification/next-steps.ts'

/** Those of the steps that a refusal names which these pages show: others are the page's own way on. */
export const knownSteps = (next: readonly { step: string }[]): NextStepName[] =>
  next.flatMap(({ step }) => nextStepNames.filter((name) => name === step))
