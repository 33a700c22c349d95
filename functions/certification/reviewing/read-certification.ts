import { isId } from '../../../shared/kernel/ids.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { type HeldIdentity, heldIdentity } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { Applicant } from '../applicants/applicant.ts'
import { applicantOf } from '../applicants/applicant-store.ts'
import type { Application } from '../applications/application.ts'
import { applicationOf } from '../applications/application-store.ts'
import type { App } from '../apps/app.ts'
import { appOf } from '../apps/app-store.ts'
import { type Domain, domainState } from '../domains/domain.ts'
import { listDomains } from '../domains/find-domain.ts'
import { applicationKeys, certificationKeys } from '../keys.ts'
import { judgeName } from '../naming/judge-name.ts'
import type { NameFinding } from '../naming/name-finding.ts'
import { skeletonOf } from '../naming/name-skeleton.ts'
import { reservationIn } from '../naming/name-store.ts'
import type { AccountProof } from '../proving/proof.ts'
import { proofIn } from '../proving/proof-store.ts'
import type { CertificationSettings } from '../settings.ts'

export type ReadCertificationDeps = {
  table: Pick<Table, 'get' | 'getMany' | 'query'>
  clock: Clock
  settings: CertificationSettings
}

/**
 * All that whoever decides about an application reads of it: nobody in the clear. `app`, `applicant`, `held`: as they are now, which may be otherwise than
 * when it was confirmed; `name`: what is found in the name that is asked for, by the rules that held when it was sent in.
 */
export type CertificationRead = {
  of: Application
  app: App | undefined
  applicant: Applicant | undefined
  /** How the account of the applicant, a company, is proven. */
  proof: AccountProof | undefined
  held: HeldIdentity | undefined
  name: readonly NameFinding[]
  /** Domains that the account has proven, which counts now. */
  domains: readonly Domain[]
}

/** An application for certification, for an operator who decides about it. Refuses with `not_found`. Three table calls. */
export const readCertification = async (
  { table, clock, settings }: ReadCertificationDeps,
  { accountId, id }: { accountId: string; id: string },
): Promise<Outcome<CertificationRead>> => {
  const item = isId(accountId) && isId(id) ? await table.get(applicationKeys.application(accountId, id)) : undefined
  if (!item) return refused('not_found')
  const of = applicationOf(item)
  const [[app, applicant, identity, holder, proof], domains] = await Promise.all([
    table.getMany([
      certificationKeys.app(of.appId),
      applicationKeys.applicant(accountId, of.applicantId),
      gateKeys.identity(accountId),
      certificationKeys.name(skeletonOf(of.names.to)),
      applicationKeys.accountProof(accountId, of.applicantId),
    ]),
    listDomains({ table }, accountId),
  ])
  const held = reservationIn(holder)
  const findings = judgeName(of.names.to, {
    lengths: settings.names,
    now: clock.now(),
    app: { id: of.appId, name: of.names.from },
    holder: held && { app: held.app, until: held.until, isOwn: false },
  })
  return ok({
    of,
    app: app && appOf(app),
    applicant: applicant && applicantOf(applicant),
    proof: proofIn(proof),
    held: heldIdentity(identity),
    domains: domains.filter((one) => domainState(one, clock.now()) === 'proven'),
    // An app may be certified as what it is called already.
    name: findings.filter(({ code }) => code !== 'app_name_unchanged'),
  })
}
