import { certificateWoken } from '../../../functions/certificates/ending/wake-store.ts'
import { handCertificate } from '../../../functions/certificates/handing/plan-handover.ts'
import { certificateKeys } from '../../../functions/certificates/keys.ts'
import { takenOver } from '../../../functions/certification/handing/moved-store.ts'
import { certificationKeys } from '../../../functions/certification/keys.ts'
import { clearingEffects } from '../../../functions/clearing-effects.ts'
import { heldIdentity, identityHeldSince } from '../../../functions/gate/identity-store.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { clearIdentity } from '../../../functions/verification/submission/clear-identity.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { certificateAt, certified, followed } from '../../certificates/certifying.ts'
import { type Applied, administrator, certificationWorld } from '../../certification/applications/applying.ts'
import { appAt } from '../../certification/fixture.ts'
import { valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import type { Begin } from '../two/meet.ts'

export type Step = Begin<ReviewWorld>

/** A certificate that was looked at once more after it was issued, and of which nothing is due until its first reminder. */
export const atRest = async () => {
  const at = certificationWorld()
  const of = await certified(at)
  at.time.now += 2 * HOUR
  await followed(at, certificateAt(at, of))
  return { at, of, end: certificateAt(at, of).validUntil }
}

/** Its worker comes by. */
export const follows =
  ({ id }: { id: string }): Step =>
  (at) =>
    followed(at, { id })

/** Whoever administers the app is nobody from now on; once they are, a second time does nothing. */
export const clears =
  ({ accountId }: Applied['user']): Step =>
  async (at) => {
    const held = heldIdentity(await at.table.get(gateKeys.identity(accountId)))
    if (!held) return 'nobody'
    const of = { accountId, since: held.verifiedAt }
    const writes = valueIn(await clearIdentity({ table: at.table, effects: clearingEffects }, of, at.time.now))
    const committed = await at.table.commit(writes)
    return committed.kind
  }

const HASH = 'h'

/** The certificate is of an organisation, as that of no person is handed over; somebody else who is verified, and a link that hands the app to them. */
export const offeredTo = async (at: ReviewWorld, of: Applied): Promise<Applied['user']> => {
  const to = (await administrator(at, '夜航船', 1)).user
  const app = certificationKeys.app(of.appId)
  const until = at.time.now + 900 * DAY
  await at.table.update(
    update(app, { set: { handoverHash: HASH, handoverAskedAt: at.time.now, handoverUntil: until } }),
  )
  const organisation = { name: '北京晨光文化有限公司', creditCode: '91110105MA01ABCD7U' }
  await at.table.update(
    update(certificateKeys.certificate(certificateAt(at, of).id), {
      set: { kind: 'enterprise', organisation },
      remove: ['heldSince'],
    }),
  )
  return to
}

/** They take it on. */
export const takes =
  ({ appId }: Applied, { accountId: to }: Applied['user']): Step =>
  async (at) => {
    const app = appAt(at, { id: appId })
    const now = at.time.now
    if (app?.administrator === to || app?.handoverHash === undefined) return 'over'
    const held = heldIdentity(await at.table.get(gateKeys.identity(to)))
    if (!held) return 'nobody'
    const certificate = await handCertificate({ ...at, now }, app, to)
    const committed = await at.table.commit([
      ...takenOver({ ...at, now }, app, { hash: HASH, to, most: 50 }),
      ...certificate,
      identityHeldSince(to, held.verifiedAt),
    ])
    return committed.kind
  }

/** A register says that its organisation does not operate any more. */
export const stopsOperating =
  ({ id }: { id: string }): Step =>
  async (at) => {
    await at.table.commit([certificateWoken(id, at.time.now, { notOperating: true })])
    return ok(undefined)
  }
