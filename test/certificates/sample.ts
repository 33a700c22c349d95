import type { Certificate } from '../../functions/certificates/certificate/certificate.ts'
import { newCertificateId } from '../../functions/certificates/certificate/certificate-id.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { NOON } from '../kit.ts'

/** A certificate of a person that was issued at NOON for a year. */
export const sampleCertificate = (of: Partial<Certificate> = {}): Certificate => ({
  ...{ id: newCertificateId(() => 7), appId: 'b'.repeat(32), accountId: 'a'.repeat(32), epoch: 0 },
  ...{ application: 'c'.repeat(32), kind: 'individual', heldSince: NOON - DAY, name: '晨光读书会', names: [] },
  ...{ appKind: 'mini_program', platformIds: [], issuedAt: NOON, validUntil: NOON + 365 * DAY, checkedAt: NOON },
  ...{ status: 'valid', steps: [{ at: NOON, on: 'issued', status: 'valid' }], reminded: 0, changes: 0 },
  ...of,
})
