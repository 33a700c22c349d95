import { authenticate } from '../../functions/account/sessions/authenticate.ts'
import type { Certificate } from '../../functions/certificates/certificate/certificate.ts'
import { certificateOf } from '../../functions/certificates/certificate/certificate-store.ts'
import { holderIn, holderKeys } from '../../functions/certificates/certificate/holder-store.ts'
import { certificateStanding } from '../../functions/certificates/certificate/standing.ts'
import { followCertificate } from '../../functions/certificates/following/follow-certificate.ts'
import { certificateKeys } from '../../functions/certificates/keys.ts'
import { clearingEffects } from '../../functions/clearing-effects.ts'
import { heldIdentity } from '../../functions/gate/identity-store.ts'
import { gateKeys } from '../../functions/gate/keys.ts'
import { recordPayment } from '../../functions/payment/paying/record-payment.ts'
import { clearIdentity } from '../../functions/verification/submission/clear-identity.ts'
import { webhookKeys } from '../../functions/webhooks/keys.ts'
import { signedInAs } from '../account/fixture.ts'
import {
  type Applied,
  administrator,
  begins,
  certifies,
  claims,
  confirming,
  ordered,
  paying,
  submits,
} from '../certification/applications/applying.ts'
import { appAt } from '../certification/fixture.ts'
import { valueIn } from '../kit.ts'
import type { ReviewWorld } from '../review/fixture.ts'
import { itemAt, type User, type World } from '../world.ts'

type Mine = Omit<Applied, 'id'>

/** An application for the app, before people, one of whom holds it. `key`: of its order. */
export const heldAnew = async (at: ReviewWorld, mine: Mine, certifiedName?: string): Promise<Applied> => {
  const { id } = valueIn(await begins(at, mine, { ...(certifiedName !== undefined && { certifiedName }) }))
  // Whoever comes back after a year has to sign in again.
  const isIn = (await authenticate(at, mine.user.token)).ok
  const user = isIn ? mine.user : { ...mine.user, ...(await signedInAs(at, mine.user.phone)) }
  const of = { ...mine, id, user }
  valueIn(await submits(at, of))
  valueIn(await (await confirming(at, of))(at))
  await recordPayment(at, await paying(at, of, await ordered(at, of, `k${id}`)))
  valueIn(await claims(of)(at))
  at.queue.sent.length = 0
  return of
}

/** The app is certified, for the first time or anew. */
export const certifiedAnew = async (at: ReviewWorld, mine: Mine, certifiedName?: string): Promise<Applied> => {
  const of = await heldAnew(at, mine, certifiedName)
  valueIn(await certifies(of)(at))
  return of
}

/** A person's app with its certificate. */
export const certified = async (at: ReviewWorld, name = '晨光读书', nth = 0): Promise<Applied> =>
  certifiedAnew(at, await administrator(at, name, nth), `${name}会`)

/** A certificate as it is kept. */
export const certificateById = (at: World, id: string): Certificate => {
  const item = itemAt(at, certificateKeys.certificate(id))
  if (!item) throw new Error('no such certificate')
  return certificateOf(item)
}

/** The newest certificate of the app, as it is kept. */
export const certificateAt = (at: World, { appId }: Pick<Applied, 'appId'>): Certificate =>
  certificateById(at, appAt(at, { id: appId })?.certificate ?? '')

/** As it stands now, to anybody who looks. */
export const standingAt = (at: World, of: Certificate): Certificate =>
  certificateStanding(of, holderIn(holderKeys(of).map((key) => itemAt(at, key))), at.time.now)

/** Its worker comes by. */
export const followed = (at: World, { id }: Pick<Certificate, 'id'>): Promise<string> =>
  followCertificate({ ...at, watch: () => Promise.reject(new Error('no page is registered')) }, id)

type AppEvent = { type: string; data: Record<string, unknown> }

/** What the platform is told of the certificates of an app, in its order. */
export const certificateEventsOf = (at: World, { appId }: Pick<Applied, 'appId'>): AppEvent[] => {
  const pending = itemAt(at, webhookKeys.outbox({ kind: 'app', id: appId }))?.pending as AppEvent[] | undefined
  return (pending ?? []).filter(({ data }) => typeof data.certificate === 'string')
}

/** Whoever administers it is nobody from now on. */
export const cleared = async (at: World, { accountId }: Pick<User, 'accountId'>): Promise<void> => {
  const since = heldIdentity(itemAt(at, gateKeys.identity(accountId)))?.verifiedAt
  if (since === undefined) throw new Error('is nobody')
  const writes = valueIn(
    await clearIdentity({ table: at.table, effects: clearingEffects }, { accountId, since }, at.time.now),
  )
  const committed = await at.table.commit(writes)
  if (committed.kind !== 'committed') throw new Error(JSON.stringify(committed))
}
