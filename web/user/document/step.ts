/** What one does on this page, in its order: agree, photograph either side, look it over. */
export const documentSteps = ['begin', 'front', 'back', 'check'] as const
export type DocumentStep = (typeof documentSteps)[number]

/** Whether one is known already: of who is not, the front alone is read, so that it need not be typed. */
export type For = 'known' | 'nobody'

/** The steps for whom one is. */
export const stepsFor = (whom: For): readonly DocumentStep[] =>
  documentSteps.filter((step) => whom === 'known' || step !== 'back')

/** The address of each step; all are one page, so that going back and forth loses nothing. */
export const addressOf = (step: DocumentStep): string => (step === 'begin' ? '/document' : `/document?step=${step}`)

/** Which step an address names. */
export const stepNamed = (name: string | null): DocumentStep => documentSteps.find((one) => one === name) ?? 'begin'

/** The one after it; undefined for the last. */
export const stepAfter = (step: DocumentStep, whom: For): DocumentStep | undefined => {
  const steps = stepsFor(whom)
  return steps[steps.indexOf(step) + 1]
}

/** The one before it; undefined for the first. */
export const stepBefore = (step: DocumentStep, whom: For): DocumentStep | undefined => {
  const steps = stepsFor(whom)
  return steps[steps.indexOf(step) - 1]
}

/** The step that is shown where one is wanted: none before everything of those before it is done. */
export const dueStep = (wanted: DocumentStep, whom: For, isDone: (step: DocumentStep) => boolean): DocumentStep => {
  const steps = stepsFor(whom)
  const at = Math.max(0, steps.indexOf(wanted))
  return steps.slice(0, at).find((step) => !isDone(step)) ?? steps[at] ?? 'begin'
}
