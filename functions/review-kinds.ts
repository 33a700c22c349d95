import { ok } from '../shared/kernel/outcome.ts'
import type { MaterialSettings } from './material/settings.ts'
import { addressKind } from './profile/address/kind.ts'
import { furtherForgotten } from './profile/further-store.ts'
import type { ProfileSettings } from './profile/settings.ts'
import { notMeKind } from './proofing/case/kind.ts'
import type { ProofingSettings } from './proofing/settings.ts'
import { helpKind } from './review/help/kind.ts'
import type { ReviewKind, ReviewKinds } from './review/kind.ts'
import type { ReviewSettings } from './review/settings.ts'
import { type PapersPeople, papersReviews } from './verification/papers/kind.ts'
import type { PapersSettings } from './verification/papers/settings.ts'
import type { VerificationSettings } from './verification/settings.ts'
import { clearIdentity } from './verification/submission/clear-identity.ts'

type Settings = ReviewSettings &
  MaterialSettings &
  PapersSettings &
  ProofingSettings &
  ProfileSettings &
  Pick<VerificationSettings, 'checks'>

/** The account is nobody any more, and nothing is kept of what they told of themselves. */
const clearWhole: typeof clearIdentity = async (table, of, now) => {
  const cleared = await clearIdentity(table, of, now)
  return cleared.ok && cleared.value.length > 0 ? ok([...cleared.value, furtherForgotten(of.accountId)]) : cleared
}

/** Everything that people decide, by whom it is owned. Entries hand it to the operations of review, which know no owner. `people`: for whoever decides. */
export const reviewKinds = (settings: Settings, people?: PapersPeople): ReviewKinds => {
  const kinds: readonly ReviewKind[] = [
    helpKind(settings),
    ...papersReviews(settings, people),
    notMeKind(settings, clearWhole),
    addressKind(settings),
  ]
  return Object.fromEntries(kinds.map((one) => [one.kind, one]))
}
