import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Decision, ReviewCase } from '../../review/case/case.ts'
import { caseIdOf } from '../../review/case/case-id.ts'
import type { Effect, EffectDeps } from '../../review/kind.ts'
import type { Certificate, CertificateReason } from '../certificate/certificate.ts'
import { certificateKept, certificateOf } from '../certificate/certificate-store.ts'
import { dueAtOf } from '../certificate/clock.ts'
import { certificateKeys } from '../keys.ts'
import { type AlsoChanged, planMove } from '../moving/plan-move.ts'

/** Which case of a certificate it is: by where the certificate names it, why it is suspended by it, and what else is another then. */
export type OfCertificate = {
  open: 'openReport' | 'openPage'
  reason: CertificateReason
  also?: (of: Certificate) => AlsoChanged
}

/** Everybody who had a say. */
const decidersOf = ({ by, first }: Decision): string[] => [by, first].flatMap((one) => one?.id ?? [])

/**
 * W7 people have decided whether a certificate is suspended: where they say so and it counts then, it is, in this very commit; what has ended it or suspended it
 * meanwhile stays as it is. Refuses with `not_found`. Two calls at most.
 */
export const planSuspension = async (
  deps: EffectDeps,
  of: ReviewCase,
  decision: Decision,
  { open, reason, also = () => ({}) }: OfCertificate,
): Promise<Outcome<Effect>> => {
  const item = await deps.table.get(certificateKeys.certificate(of.subject))
  if (!item) return refused('not_found')
  const certificate = certificateOf(item)
  const isIts = certificate[open] === caseIdOf(of)
  const changed: AlsoChanged = isIts ? { [open]: undefined, ...also(certificate) } : {}
  if (decision.verdict === 'approved') {
    const moving = { move: 'suspend', reason, words: decision.words, by: decidersOf(decision) } as const
    const planned = await planMove(deps, certificate, moving, changed)
    if (planned.ok) return ok({ writes: planned.value.writes })
  }
  const after = { ...certificate, ...changed }
  return ok({ writes: isIts ? [certificateKept(certificate, after, dueAtOf(after))] : [] })
}
