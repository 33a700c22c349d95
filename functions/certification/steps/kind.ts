import type { MaterialSettings } from '../../material/settings.ts'
import type { ReviewKind } from '../../review/kind.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import type { HandCertificate } from '../deciding/certificate-effect.ts'
import type { CertificationSettings } from '../settings.ts'
import { STEP } from './case-kind.ts'
import { stepReasons, stepWords } from './words.ts'

/** Loaded by whoever decides: most who see cases do nothing to one. */
const plans = () => import('./settle-step.ts')

/** Whoever decides is handed who keeps certificates; steps are ended by others too, who hand nothing over. */
const noneKept = (): never => {
  throw new Error('a takeover is decided where certificates are kept')
}

/** W8 whether it is the holder of an account who asks for a sensitive step about an app: a person compares a picture. */
export const stepKind = (
  settings: ApplicationSettings & CertificationSettings & MaterialSettings,
  hand: HandCertificate = noneKept,
): ReviewKind => ({
  kind: STEP,
  right: 'review_cases',
  verdicts: ['approved', 'refused'],
  answerMs: settings.steps.decideMs,
  askMs: settings.steps.decideMs,
  checklist: Object.keys(stepWords.checklist),
  reasons: stepReasons,
  asks: [],
  words: stepWords,
  effect: async (deps, of, decision) => (await plans()).planStep(deps, of, decision, { ...settings, hand }),
  planLapse: async (deps, of) => (await plans()).planStepLapse(deps, of, settings),
  planWithdrawal: async (deps, of) => (await plans()).planStepBack(deps, of, settings),
})
