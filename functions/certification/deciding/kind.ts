import type { MaterialSettings } from '../../material/settings.ts'
import type { ReviewKind } from '../../review/kind.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import type { CertificationSettings } from '../settings.ts'
import { CERTIFICATION } from './case-kind.ts'
import type { PlanCertificate } from './certificate-effect.ts'
import { correctable } from './correctable.ts'
import { ABOUT_NAME, certificationWords, namingReasons, qualificationReasons } from './words.ts'

/** Loaded by whoever decides: most who see cases do nothing to one. */
const plans = () => import('./settle-case.ts')

/** Whoever decides is handed who keeps certificates; cases are moved by others too, who certify nothing. */
const noneKept = (): never => {
  throw new Error('a certification is decided where certificates are kept')
}

/** W5 the certification of an app, which people decide: who it is of, and what it may be called, are two verdicts. */
export const certificationKind = (
  settings: ApplicationSettings & CertificationSettings & MaterialSettings,
  issue: PlanCertificate = noneKept,
): ReviewKind => ({
  kind: CERTIFICATION,
  right: 'review_cases',
  verdicts: ['approved', 'refused'],
  answerMs: settings.certification.decideMs,
  askMs: settings.certification.correctMs,
  checklist: Object.keys(certificationWords.checklist),
  reasons: qualificationReasons,
  reservations: Object.fromEntries(Object.keys(namingReasons).map((reason) => [reason, [ABOUT_NAME]])),
  keptWhileHeld: true,
  asks: Object.keys(correctable),
  appealable: true,
  // What it is about is gone then.
  appealMs: settings.materials.decidedMs,
  words: certificationWords,
  effect: async (deps, of, decision) => (await plans()).planDecision(deps, of, decision, { ...settings, issue }),
  planAsk: async (deps, of, asked) => (await plans()).planReturn(deps, of, asked, settings),
  planAnswer: async (deps, of) => (await plans()).planCorrection(deps, of),
  planAppeal: async (deps, of, appeal) => (await plans()).planSecondLook(deps, of, appeal),
  planWithdrawal: async (deps, of) => (await plans()).planGivingUp(deps, of, settings),
  planExpiry: async (deps, of, decision) => (await plans()).planEnd(deps, of, decision, settings),
})
