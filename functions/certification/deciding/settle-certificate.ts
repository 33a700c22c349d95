import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Write } from '../../../shared/table/write.ts'
import { heldIdentity, identityHeldSince } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import type { Effect, EffectDeps } from '../../review/kind.ts'
import { eventOf } from '../applications/announced-store.ts'
import type { Application } from '../applications/application.ts'
import { applicationMoved } from '../applications/application-store.ts'
import { nameReleased, picturesReleased } from '../applications/end-store.ts'
import { feeDecided } from '../applications/fee-store.ts'
import { afterCertifying } from '../applications/moves.ts'
import type { ApplicationSettings } from '../applications/settings.ts'
import { type App, named } from '../apps/app.ts'
import { appOf } from '../apps/app-store.ts'
import { appCertified } from '../apps/certified-store.ts'
import { certificationKeys } from '../keys.ts'
import { skeletonOf } from '../naming/name-skeleton.ts'
import { nameLet, nameReserved } from '../naming/name-store.ts'
import { papersHold, papersOf } from '../papers/paper.ts'
import { papersCertified } from '../papers/reminders.ts'
import type { CertificationSettings } from '../settings.ts'
import { numberReleased, resultTold } from '../texting/told-store.ts'
import type { PlanCertificate } from './certificate-effect.ts'
import type { NamingReason } from './words.ts'

/** The app under its certified name: that is kept for it for good, and the one before from others for a while. */
const renamingWrites = (app: App, to: string, now: number, { names }: CertificationSettings) => {
  const skeleton = skeletonOf(to)
  const reserved: Write[] = [nameReserved({ skeleton, name: to, app: app.id }, now)]
  const before = skeleton === app.skeleton ? [] : [nameLet({ skeleton: app.skeleton, app: app.id }, now + names.heldMs)]
  return { named: named(app, { name: to, skeleton }, 'certified', now), writes: [...reserved, ...before] }
}

/**
 * W3 the applicant of an application is qualified, and `namingReason` is why its name was refused all the same. In one commit the app is certified, by its
 * new name or by the one it has; whoever administers it still is who confirmed. Refuses with `certification_app_changed`,
 * `certification_identity_changed` and `certification_paper_over`: then there is nothing to certify.
 */
export const planCertificate = async (
  deps: Pick<EffectDeps, 'table' | 'ids' | 'now'>,
  of: Application,
  namingReason: NamingReason | undefined,
  { issue, ...settings }: ApplicationSettings & CertificationSettings & { issue: PlanCertificate },
): Promise<Outcome<Effect & { certificate: string }>> => {
  const { table, now } = deps
  const [item, identity] = await table.getMany([certificationKeys.app(of.appId), gateKeys.identity(of.accountId)])
  const app = item && appOf(item)
  if (app?.openApplication !== of.id || app.name !== of.names.from || app.administrator !== of.accountId)
    return refused('certification_app_changed')
  const held = heldIdentity(identity)
  const since = held?.verifiedAt
  if (since === undefined || since !== of.heldSince) return refused('certification_identity_changed')
  // By the clock of this very commit, whatever anybody saw before.
  const hold = papersHold(of, held?.proofs ?? [], now)
  if (!hold.ok) return hold
  const isRenamed = namingReason === undefined && of.names.to !== of.names.from
  const renaming = isRenamed ? renamingWrites(app, of.names.to, now, settings) : undefined
  const papers = papersCertified(papersOf(of, held?.proofs ?? []), now)
  const after = { ...afterCertifying(of, namingReason, now), papers }
  const certifiedName = isRenamed ? of.names.to : of.names.from
  const fee = feeDecided(of, after, 'certified', now)
  const names = renaming?.named.names ?? app.names
  const certificate = await issue(deps, { app, of, name: certifiedName, names, heldSince: since })
  const told = eventOf(after, 'certification.certified', {
    certificate: certificate.id,
    renamed: isRenamed,
    ...(namingReason !== undefined && { namingReason }),
  })
  return ok({
    certificate: certificate.id,
    ...(fee.wake && { wake: fee.wake }),
    writes: [
      applicationMoved(of, 'certified', after, now),
      appCertified(app, {
        application: of.id,
        certifiedName,
        certifiedFor: of.kind,
        certificate: certificate.id,
        named: renaming?.named,
      }),
      ...certificate.writes,
      identityHeldSince(of.accountId, since),
      ...(renaming?.writes ?? nameReleased(of, now)),
      ...picturesReleased(of, now + settings.certification.keptMs),
      ...fee.writes,
      ...resultTold(after, [...certificate.events.before, told, ...certificate.events.after], now),
      // For as long as its certificate counts.
      ...numberReleased(after, certificate.until),
    ],
  })
}
