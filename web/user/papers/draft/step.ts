import { type Checks, isFilledIn } from '../../../shared/controls/form.ts'
import { type PapersStep, papersSteps } from './checks.ts'
import type { Draft } from './draft-form.ts'

/** The address of each step; all are one page, so that going back and forth loses nothing. */
export const addressOf = (step: PapersStep): string => (step === 'document' ? '/papers' : `/papers?step=${step}`)

/** Which step an address names. */
export const stepNamed = (name: string | null): PapersStep => papersSteps.find((one) => one === name) ?? 'document'

/** The one after it; undefined for the last. */
export const stepAfter = (step: PapersStep): PapersStep | undefined => papersSteps[papersSteps.indexOf(step) + 1]

/** The one before it; undefined for the first. */
export const stepBefore = (step: PapersStep): PapersStep | undefined => papersSteps[papersSteps.indexOf(step) - 1]

/** Those before a step, and itself. */
const stepsUpTo = (step: PapersStep): readonly PapersStep[] => papersSteps.slice(0, papersSteps.indexOf(step) + 1)

/** The step that is shown where one is wanted: none before everything of those before it is filled in. */
export const dueStep = (
  wanted: PapersStep,
  values: Draft,
  checks: Readonly<Record<PapersStep, Checks<Draft>>>,
): PapersStep => stepsUpTo(wanted).find((step) => !isFilledIn(values, checks[step])) ?? wanted
