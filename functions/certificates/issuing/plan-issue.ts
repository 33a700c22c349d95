import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { applicantOf } from '../../certification/applicants/applicant-store.ts'
import type { Certifying, PlanCertificate } from '../../certification/deciding/certificates.ts'
import { applicationKeys } from '../../certification/keys.ts'
import { epochIn } from '../../gate/epoch-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { newCertificateId } from '../certificate/certificate-id.ts'
import { certificateIssued, certificateMoved, certificateOf } from '../certificate/certificate-store.ts'
import { dueAtOf, remindersBy, renewedUntil } from '../certificate/clock.ts'
import { afterEvent, certificateStanding } from '../certificate/standing.ts'
import { certificateKeys } from '../keys.ts'
import type { CertificateSettings } from '../settings.ts'

type Deps = { table: Pick<Table, 'get' | 'getMany'>; ids: Ids; now: Millis }

/** What of a certificate people found now. */
type Found = Pick<
  Certificate,
  | 'accountId'
  | 'epoch'
  | 'application'
  | 'kind'
  | 'organisation'
  | 'heldSince'
  | 'name'
  | 'names'
  | 'appKind'
  | 'platformIds'
  | 'checkedAt'
>

/** Whether both are of the same: the same organisation by its code, or the account as the person it still is. */
const isOfSame = (before: Certificate, found: Found): boolean =>
  before.kind === found.kind &&
  (found.organisation === undefined
    ? before.accountId === found.accountId && before.heldSince === found.heldSince
    : before.organisation?.creditCode === found.organisation.creditCode)

const readSubject = async (
  { table, now }: Deps,
  { app, of, name, names, heldSince }: Certifying,
): Promise<{ found: Found; before: Certificate | undefined }> => {
  const [epoch, applicant, item] = await table.getMany([
    gateKeys.epoch(of.accountId),
    applicationKeys.applicant(of.accountId, of.applicantId),
    ...(app.certificate === undefined ? [] : [certificateKeys.certificate(app.certificate)]),
  ])
  const { companyName, creditCode } = applicant ? applicantOf(applicant) : {}
  const organisation = of.kind === 'individual' ? undefined : { name: companyName ?? '', creditCode: creditCode ?? '' }
  return {
    before: item && certificateOf(item),
    found: {
      accountId: of.accountId,
      epoch: epochIn(epoch),
      application: of.id,
      kind: of.kind,
      ...(organisation ? { organisation } : { heldSince }),
      name,
      names: names.map(({ name: former, from, until }) => ({ name: former, from, until })),
      appKind: app.kind,
      platformIds: app.platformIds.map((one) => ({ ...one })),
      checkedAt: now,
    },
  }
}

const issued = ({ ids, now }: Deps, appId: string, found: Found, validMs: Millis): Certificate => ({
  ...found,
  id: newCertificateId(ids.below),
  appId,
  issuedAt: now,
  validUntil: now + validMs,
  status: 'valid',
  steps: [{ at: now, on: 'issued', status: 'valid' }],
  reminded: 0,
  changes: 0,
})

const moved = (before: Certificate, on: Parameters<typeof certificateMoved>[1], after: Certificate): Write =>
  certificateMoved(before, on, after, dueAtOf(after))

/**
 * W7 what is written about the certificate of an app in the commit that certifies it: the first is issued; one of the same counts for a year more under its
 * id, valid, expired or suspended, which it stays; one of somebody else, or revoked, is replaced by another. The commit holds that the account is still who
 * it was, and with that its epoch. Two calls.
 */
export const issuing =
  (settings: CertificateSettings): PlanCertificate =>
  async (deps, certifying) => {
    const { now } = deps
    const { app, of } = certifying
    const { found, before: kept } = await readSubject(deps, certifying)
    const { validMs } = settings.certificates
    // Who applied is somebody, and who administered it before has no say any more.
    const before =
      kept && certificateStanding(kept, { epoch: kept.accountId === of.accountId ? found.epoch : kept.epoch }, now)
    if (!kept || !before || before.status === 'revoked' || !isOfSame(before, found)) {
      const next = issued(deps, app.id, found, validMs)
      const writes: Write[] = [certificateIssued(next, dueAtOf(next))]
      if (kept && kept.status !== 'revoked')
        writes.push(moved(kept, 'replaced', afterEvent(kept, { on: 'replaced', at: now, reason: 'replaced' })))
      return { id: next.id, writes }
    }
    const on = before.status === 'suspended' ? 'prolonged' : 'renewed'
    const validUntil = renewedUntil(before, settings.certificates, now)
    const renewed = afterEvent({ ...before, ...found, validUntil }, { on, at: now })
    const after = { ...renewed, reminded: remindersBy(renewed, now) }
    return { id: kept.id, writes: [moved(kept, on, after)] }
  }
