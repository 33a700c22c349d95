import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import type { Told } from '../../../shared/table/told.ts'
import type { Write } from '../../../shared/table/write.ts'
import type { App } from '../../certification/apps/app.ts'
import { appOf } from '../../certification/apps/app-store.ts'
import { appCertifiedAgain, appUncertified } from '../../certification/apps/certified-store.ts'
import { certificationKeys } from '../../certification/keys.ts'
import { epochStands } from '../../gate/epoch-store.ts'
import type { Certificate, CertificateReason } from '../certificate/certificate.ts'
import { certificateMoved } from '../certificate/certificate-store.ts'
import { dueAtOf } from '../certificate/clock.ts'
import { holderIn, holderKeys } from '../certificate/holder-store.ts'
import { afterEvent, certificateStanding } from '../certificate/standing.ts'
import { certificateTold } from '../telling/told-store.ts'
import { type CertificateMove, moveRows, movesOf } from './move.ts'
import { moveListed } from './moved-store.ts'

export type MoveDeps = { table: Pick<Table, 'getMany'>; told: Told; publicUrl: string; now: Millis }

/** What is to be done to a certificate, why, in which words to whoever administers the app, and which operators had a say. */
export type Moving = {
  move: CertificateMove
  reason: CertificateReason
  words?: string | undefined
  by: readonly string[]
}

/** What else of a certificate is another by the same write: cases that end with it. */
export type AlsoChanged = Partial<Pick<Certificate, 'openReport' | 'openAppeal' | 'openPage' | 'appealed' | 'looks'>>

/** The certificate afterwards, and everything that is written with that. */
export type MovePlan = { after: Certificate; writes: Write[] }

/** What becomes of the app: revoked, it is certified no more; reinstated, once more, where it is still called so and nobody has certified it anew. */
const planApp = (app: App | undefined, of: Certificate, move: CertificateMove, now: Millis): Outcome<Write[]> => {
  const isItsApp = app?.certificate === of.id
  if (move === 'suspend') return ok([])
  if (move === 'revoke') return ok(isItsApp && app.certifiedName !== undefined ? [appUncertified(of)] : [])
  // Suspended, the app kept its name.
  if (of.status === 'suspended') return ok([])
  const isAsItWas =
    isItsApp &&
    app.name === of.name &&
    app.administrator === of.accountId &&
    app.openApplication === undefined &&
    app.certifiedName === undefined
  if (!isAsItWas) return refused('certificate_app_changed')
  return ok(now < of.validUntil ? [appCertifiedAgain(app, of)] : [])
}

/**
 * W7 people suspend, revoke or reinstate a certificate: what is written for that, with the event of its app and the letter to whoever administers it. As it
 * stands now, by the clock of the very commit. Refuses with `certificate_not_so` where it stands otherwise by now, and with `certificate_app_changed`
 * where the app is another. One call.
 */
export const planMove = async (
  { table, told, publicUrl, now }: MoveDeps,
  of: Certificate,
  { move, reason, words, by }: Moving,
  also: AlsoChanged = {},
): Promise<Outcome<MovePlan>> => {
  const keys = [certificationKeys.app(of.appId), ...holderKeys(of)]
  const [appItem, ...holderItems] = await table.getMany(keys)
  const holder = holderIn(holderItems)
  const standing = certificateStanding(of, holder, now)
  const isSomebodyStill = move !== 'reinstate' || holder.epoch === of.epoch
  if (!movesOf(standing).includes(move) || !isSomebodyStill)
    return refused('certificate_not_so', { extra: { standing: standing.status } })
  const app = planApp(appItem && appOf(appItem), standing, move, now)
  if (!app.ok) return app
  const { on } = moveRows[move]
  const decided = { by: [...by], at: now, ...(words !== undefined && { words }) }
  const after = {
    ...afterEvent(standing, { on, at: now, reason }),
    ...also,
    decided,
    // What nobody is told of any more, no number is kept for.
    ...(move === 'revoke' && { hasNumber: undefined }),
  }
  return ok({
    after,
    writes: [
      certificateMoved(of, on, after, dueAtOf(after)),
      moveListed(of.id, now),
      ...app.value,
      // Nobody becomes somebody by it who is nobody in that moment.
      ...(move === 'reinstate' ? [epochStands(of.accountId, of.epoch)] : []),
      ...certificateTold({ told, publicUrl, now, words }, of, after, after.steps.slice(of.steps.length)),
    ],
  })
}
