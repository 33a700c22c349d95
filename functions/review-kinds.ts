import { appealKind } from './certificates/appealing/kind.ts'
import { suspensionKinds } from './certificates/reporting/kind.ts'
import type { CertificateSettings } from './certificates/settings.ts'
import type { ApplicationSettings } from './certification/applications/settings.ts'
import type { HandCertificate, PlanCertificate } from './certification/deciding/certificate-effect.ts'
import { certificationKind } from './certification/deciding/kind.ts'
import type { CertificationSettings } from './certification/settings.ts'
import { stepKind } from './certification/steps/kind.ts'
import type { MaterialSettings } from './material/settings.ts'
import { addressKind } from './profile/address/kind.ts'
import type { ProfileSettings } from './profile/settings.ts'
import { type ClearIdentity, notMeKind } from './proofing/case/kind.ts'
import type { ProofingSettings } from './proofing/settings.ts'
import { helpKind } from './review/help/kind.ts'
import type { ReviewKind, ReviewKinds } from './review/kind.ts'
import type { ReviewSettings } from './review/settings.ts'
import { papersReviews } from './verification/papers/kind.ts'
import type { PapersSettings } from './verification/papers/settings.ts'
import type { PapersPeople } from './verification/papers/settle-proof.ts'
import type { VerificationSettings } from './verification/settings.ts'

type Settings = ReviewSettings &
  ApplicationSettings &
  CertificateSettings &
  CertificationSettings &
  MaterialSettings &
  PapersSettings &
  ProofingSettings &
  ProfileSettings &
  Pick<VerificationSettings, 'checks'>

/** How an account is made nobody: loaded by whoever decides that. */
const clear: ClearIdentity = async (table, of, now) => {
  const { clearingEffects: effects } = await import('./clearing-effects.ts')
  const { clearIdentity } = await import('./verification/submission/clear-identity.ts')
  return clearIdentity({ table, effects }, of, now)
}

/** Everything that people decide, by whom it is owned. Entries hand it to the operations of review, which know no owner. `people`: for whoever decides. */
export const reviewKinds = (settings: Settings, people?: PapersPeople): ReviewKinds => {
  const issue: PlanCertificate = async (deps, certifying) => {
    const { issuing } = await import('./certificates/issuing/plan-issue.ts')
    return issuing(settings)(deps, certifying)
  }
  const hand: HandCertificate = async (deps, app, to) => {
    const { handCertificate } = await import('./certificates/handing/plan-handover.ts')
    return handCertificate(deps, app, to)
  }
  const kinds: readonly ReviewKind[] = [
    helpKind(settings),
    ...papersReviews(settings, people),
    notMeKind(settings, clear),
    addressKind(settings),
    certificationKind(settings, issue),
    stepKind(settings, hand),
    ...suspensionKinds(settings),
    appealKind(settings),
  ]
  return Object.fromEntries(kinds.map((one) => [one.kind, one]))
}
