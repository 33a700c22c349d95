import { requestProblems } from '../shared/http/problems.ts'
import type { ProblemTable } from '../shared/kernel/problems.ts'
import { accountProblems } from './account/problems.ts'
import { analyticsProblems } from './analytics/problems.ts'
import { auditProblems } from './audit/problems.ts'
import { bookkeepingProblems } from './bookkeeping/problems.ts'
import { caseProblems } from './cases/problems.ts'
import { certificateProblems } from './certificates/problems.ts'
import { applicationProblems } from './certification/applications/problems.ts'
import { certificationProblems } from './certification/problems.ts'
import { clearingProblems } from './clearing/problems.ts'
import { complaintProblems } from './complaints/problems.ts'
import { documentProblems } from './documents/problems.ts'
import { faceProblems } from './face/problems.ts'
import { frontProblems } from './front/problems.ts'
import { gateProblems } from './gate/problems.ts'
import { materialProblems } from './material/problems.ts'
import { messagingProblems } from './messaging/problems.ts'
import { operatorProblems } from './operators/problems.ts'
import { paymentProblems } from './payment/problems.ts'
import { personProblems } from './person/problems.ts'
import { profileProblems } from './profile/problems.ts'
import { proofingProblems } from './proofing/problems.ts'
import { reviewProblems } from './review/problems.ts'
import { verificationProblems } from './verification/problems.ts'
import { cardProblems } from './wallet/cards/problems.ts'
import { walletProblems } from './wallet/problems.ts'
import { webhookProblems } from './webhooks/problems.ts'

/** Every error this service can answer with, in one closed table. Each capability's `problems.ts` has its codes and texts. */
export const problems = {
  ...requestProblems,
  ...personProblems,
  ...auditProblems,
  ...accountProblems,
  ...operatorProblems,
  ...frontProblems,
  ...gateProblems,
  ...paymentProblems,
  ...reviewProblems,
  ...proofingProblems,
  ...materialProblems,
  ...verificationProblems,
  ...profileProblems,
  ...faceProblems,
  ...documentProblems,
  ...walletProblems,
  ...cardProblems,
  ...clearingProblems,
  ...certificationProblems,
  ...applicationProblems,
  ...certificateProblems,
  ...messagingProblems,
  ...complaintProblems,
  ...bookkeepingProblems,
  ...webhookProblems,
  ...analyticsProblems,
  ...caseProblems,
} as const satisfies ProblemTable

type Registered = { [code in keyof typeof problems]: true }

declare module '../shared/kernel/problems.ts' {
  interface RegisteredProblems extends Registered {}
}
