import type { Ids } from '../../../shared/kernel/ids.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Write } from '../../../shared/table/write.ts'
import { applicantOf } from '../../certification/applicants/applicant-store.ts'
import type { Certificated, Certifying, PlanCertificate } from '../../certification/deciding/certificate-effect.ts'
import { applicationKeys, textingKeys } from '../../certification/keys.ts'
import { numberForgotten } from '../../certification/texting/number-store.ts'
import { epochIn } from '../../gate/epoch-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { Certificate } from '../certificate/certificate.ts'
import { newCertificateId } from '../certificate/certificate-id.ts'
import { certificateIssued, certificateMoved, certificateOf } from '../certificate/certificate-store.ts'
import { dueAtOf, lookedAgainAt, remindersBy, renewedUntil } from '../certificate/clock.ts'
import { certificateHeld, certificateLet } from '../certificate/held-store.ts'
import { readHolder } from '../certificate/holder-store.ts'
import { afterEvent, certificateStanding } from '../certificate/standing.ts'
import { certificateKeys } from '../keys.ts'
import type { CertificateSettings } from '../settings.ts'
import { eventsOf } from '../telling/announced-store.ts'

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
  | 'hasNumber'
  | 'wakeAt'
>

/** Whether both are of the same: the same organisation by its code, or the account as the person it still is. What has no code is the same as nothing. */
const isOfSame = (before: Certificate, found: Found): boolean =>
  before.kind === found.kind &&
  (found.organisation === undefined
    ? before.accountId === found.accountId && before.heldSince === found.heldSince
    : before.organisation?.creditCode === found.organisation.creditCode && found.organisation.creditCode !== '')

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
      hasNumber: of.hasNumber === true,
      wakeAt: lookedAgainAt(now),
    },
  }
}

const issued = ({ ids, now }: Deps, appId: string, found: Found, validMs: Millis): Certificate => {
  const validUntil = now + validMs
  return {
    ...found,
    id: newCertificateId(ids.below),
    appId,
    issuedAt: now,
    validUntil,
    status: 'valid',
    steps: [{ at: now, on: 'issued', status: 'valid' }],
    // Where it counts for less long than the first of them takes, that one says nothing new.
    reminded: remindersBy({ validUntil }, now),
    changes: 0,
  }
}

const moved = (kept: Certificate, on: Parameters<typeof certificateMoved>[1], after: Certificate): Write =>
  certificateMoved(kept, on, after, dueAtOf(after))

/** The number of the application before, to which nothing goes any more. */
const numberGone = ({ hasNumber, accountId, application }: Certificate, found: Found): Write[] =>
  hasNumber === true && application !== found.application
    ? [numberForgotten(textingKeys.number(accountId, application))]
    : []

/** What became of it since it was kept, as events. */
const since = (kept: Certificate, after: Certificate) => eventsOf(after, after.steps.slice(kept.steps.length))

/** The one before counts no more, by what ended it before that or because another takes its place. */
const replaced = (
  kept: Certificate,
  standing: Certificate,
  found: Found,
  now: Millis,
): Pick<Certificated, 'writes' | 'events'> => {
  if (kept.status === 'revoked') return { writes: [], events: { before: [], after: [] } }
  const isOver = standing.status === 'revoked'
  const after = isOver ? standing : afterEvent(standing, { on: 'replaced', at: now, reason: 'replaced' })
  const rest = { ...after, wakeAt: undefined, notOperating: undefined }
  return {
    writes: [moved(kept, isOver ? 'identity_ended' : 'replaced', rest), ...numberGone(kept, found)],
    events: { before: since(kept, after), after: [] },
  }
}

/** It counts for longer, for the same, as what people found now. */
const renewed = (
  kept: Certificate,
  standing: Certificate,
  found: Found,
  { certificates }: CertificateSettings,
  now: Millis,
): Certificated => {
  const on = standing.status === 'suspended' ? 'prolonged' : 'renewed'
  const validUntil = renewedUntil(standing, certificates, now)
  const next = afterEvent({ ...standing, ...found, validUntil, notOperating: undefined }, { on, at: now })
  const after = { ...next, reminded: remindersBy(next, now) }
  return {
    id: kept.id,
    until: validUntil,
    writes: [
      moved(kept, on, after),
      certificateHeld(after),
      ...(kept.accountId === after.accountId ? [] : [certificateLet(kept)]),
      ...numberGone(kept, found),
    ],
    events: { before: since(kept, standing), after: since(standing, after) },
  }
}

/**
 * W7 what is written about the certificate of an app in the commit that certifies it: the first is issued; one of the same counts for a year more under its
 * id, valid, expired or suspended, which it stays; one of somebody else, or revoked, is replaced by another. The commit holds that the account is still who
 * it was, and with that its epoch. Three calls at most.
 */
export const issuing =
  (settings: CertificateSettings): PlanCertificate =>
  async (deps, certifying) => {
    const { now } = deps
    const { found, before: kept } = await readSubject(deps, certifying)
    const standing = kept && certificateStanding(kept, await readHolder(deps.table, kept), now)
    if (kept && standing && standing.status !== 'revoked' && isOfSame(standing, found))
      return renewed(kept, standing, found, settings, now)
    const next = issued(deps, certifying.app.id, found, settings.certificates.validMs)
    const gone = kept && standing && replaced(kept, standing, found, now)
    return {
      id: next.id,
      until: next.validUntil,
      writes: [certificateIssued(next, dueAtOf(next)), certificateHeld(next), ...(gone?.writes ?? [])],
      events: gone?.events ?? { before: [], after: [] },
    }
  }
