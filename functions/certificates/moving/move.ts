import type { DeedAction } from '../../audit/deed.ts'
import type { Certificate, CertificateReason, CertificateStep } from '../certificate/certificate.ts'

/** What people may do to a certificate. */
export const certificateMoves = ['suspend', 'revoke', 'reinstate'] as const
export type CertificateMove = (typeof certificateMoves)[number]

type Row = {
  on: 'suspended' | 'revoked' | 'reinstated'
  action: Extract<DeedAction, `certificate_${string}`>
  /** Which reasons an operator may give. */
  reasons: readonly CertificateReason[]
}

/** What each is among its steps, the deed, and why it may be done by an operator. */
export const moveRows = {
  suspend: {
    on: 'suspended',
    action: 'certificate_suspend',
    reasons: [
      ...(['misuse', 'false_evidence', 'company_not_operating', 'page_without_link'] as const),
      ...(['court_or_authority', 'own_request'] as const),
    ],
  },
  revoke: {
    on: 'revoked',
    action: 'certificate_revoke',
    reasons: ['misuse', 'false_evidence', 'company_not_operating', 'court_or_authority', 'own_request'],
  },
  reinstate: {
    on: 'reinstated',
    action: 'certificate_reinstate',
    reasons: ['mistake', 'remedied', 'court_or_authority', 'own_request'],
  },
} as const satisfies Readonly<Record<CertificateMove, Row>>

/** The move of people that it stands suspended or revoked by; undefined where it is neither, or what ended it was no move of people. `of`: as it stands. */
export const moveAgainst = ({ status, steps }: Pick<Certificate, 'status' | 'steps'>): CertificateStep | undefined => {
  if (status !== 'suspended' && status !== 'revoked') return undefined
  const last = steps.findLast((step) => step.status === status && step.on !== 'prolonged' && step.on !== 'handed_over')
  return last?.on === 'suspended' || last?.on === 'revoked' ? last : undefined
}

/** What people may do to one as it stands: what ended by itself, or was replaced, nobody reinstates. */
export const movesOf = (of: Pick<Certificate, 'status' | 'steps'>): readonly CertificateMove[] => {
  if (of.status === 'valid') return ['suspend', 'revoke']
  if (of.status === 'suspended') return ['revoke', 'reinstate']
  if (of.status === 'expired') return ['revoke']
  return moveAgainst(of) ? ['reinstate'] : []
}
