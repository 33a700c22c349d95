import { authenticate } from '../../functions/account/sessions/authenticate.ts'
import type { Applicant } from '../../functions/certification/applicants/applicant.ts'
import { applicantKept } from '../../functions/certification/applicants/applicant-store.ts'
import type { App } from '../../functions/certification/apps/app.ts'
import { appOf } from '../../functions/certification/apps/app-store.ts'
import { type AppDescribed, createApp } from '../../functions/certification/apps/create-app.ts'
import { renameApp } from '../../functions/certification/apps/rename-app.ts'
import { certificationKeys } from '../../functions/certification/keys.ts'
import { skeletonOf } from '../../functions/certification/naming/name-skeleton.ts'
import { reservationIn } from '../../functions/certification/naming/name-store.ts'
import { faceKeys } from '../../functions/face/keys.ts'
import { heldIdentity } from '../../functions/gate/identity-store.ts'
import { gateKeys } from '../../functions/gate/keys.ts'
import { materialKeys } from '../../functions/material/keys.ts'
import { webhookKeys } from '../../functions/webhooks/keys.ts'
import { type Outcome, ok } from '../../shared/kernel/outcome.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { put } from '../../shared/table/write.ts'
import { askCode, claimOf, lastCode, signedInAs } from '../account/fixture.ts'
import { valueIn } from '../kit.ts'
import { itemAt, type User, type World } from '../world.ts'

/** Somebody who signs in with a number that they know. */
export type Owner = User & { phone: string }

export const owner = async (at: World, nth = 0): Promise<Owner> => {
  const phone = `198${String(nth).padStart(8, '0')}`
  const { token, accountId } = await signedInAs(at, phone)
  return { token, accountId, phone, caller: valueIn(await authenticate(at, token)) }
}

/** Creates an app, or is refused. */
export const appAsked = (at: World, { accountId }: Pick<User, 'accountId'>, of: Partial<AppDescribed> = {}) =>
  createApp(at, accountId, { kind: 'mini_program', name: '晨光读书', ...of })

export const appCreated = async (
  at: World,
  user: Pick<User, 'accountId'>,
  of: Partial<AppDescribed> = {},
): Promise<App> => valueIn(await appAsked(at, user, of))

/** The account applies for somebody of that kind, of whom that is known. */
export const applies = (at: World, { accountId }: Pick<User, 'accountId'>, of: Pick<Applicant, 'kind' | 'status'>) => {
  const applicant = { id: at.ids.id(), accountId, createdAt: at.time.now, changes: 0, ...of }
  return at.table.commit(applicantKept(applicant, 10))
}

/** The app as it is kept; undefined where there is none. */
export const appAt = (at: World, { id }: Pick<App, 'id'>): App | undefined => {
  const item = itemAt(at, certificationKeys.app(id))
  return item && appOf(item)
}

/** Who has what looks like that name. */
export const holderOf = (at: World, name: string) => reservationIn(itemAt(at, certificationKeys.name(skeletonOf(name))))

/** The types of events that the platform is told about an account, in their order. */
export const toldOf = (at: World, { accountId }: Pick<User, 'accountId'>): string[] => {
  const pending = itemAt(at, webhookKeys.outbox({ kind: 'account', id: accountId }))?.pending
  return (Array.isArray(pending) ? pending : []).map((one) => String((one as { type: string }).type))
}

export type Renamed = {
  from?: string
  phone?: string
  smsCode?: string
  idLastFour?: string
  face?: string
  picture?: string
}

/** A picture of somebody with their document, taken and part of nothing. */
export const holderPicture = async (at: World, { accountId }: Pick<User, 'accountId'>): Promise<string> => {
  const id = at.ids.id()
  const now = at.time.now
  const stored = { status: 'stored', createdAt: now, until: now, keptUntil: now + DAY, file: id, wrappedKey: 'k' }
  await at.table.commit([
    put(materialKeys.material(id), { id, accountId, kind: 'holder', type: 'image/png', ...stored }),
  ])
  return id
}

/** Somebody was confirmed by face, of exactly that, with a token that was begun at `openedAt`. */
export const faceConfirmed = async (
  at: World,
  { accountId }: Pick<User, 'accountId'>,
  { action, openedAt = at.time.now, status = 'confirmed' }: { action: string; openedAt?: number; status?: string },
): Promise<string> => {
  const id = at.ids.id()
  const { verificationId = '', personIndex = '' } = heldIdentity(itemAt(at, gateKeys.identity(accountId))) ?? {}
  await at.table.commit([
    put(faceKeys.check(accountId, id), {
      ...{ id, accountId, status, action, openedAt, verificationId, personIndex, decidedAt: openedAt },
      ...{ consent: { notice: 'n', agreedAt: openedAt }, vendor: 'tencent_cloud', claim: id, looks: 0, charged: 0 },
    }),
  ])
  return id
}

/** Its administrator asks for another name with a code that was just sent. */
export const renameAsked = async (at: World, user: Owner, { id, name }: App, to: string, of: Renamed = {}) => {
  const phone = of.phone ?? user.phone
  valueIn(await askCode(at, { phone, token: user.token }))
  const { from = name, smsCode = lastCode(at, phone), ...proof } = of
  return renameApp(at, claimOf(user.token), { id, from, name: to, language: 'zh', ...proof, phone, smsCode })
}

/** Its administrator renames an app at once, or is refused. */
export const renamed = async (
  at: World,
  user: Owner,
  app: App,
  to: string,
  of: Renamed = {},
): Promise<Outcome<App>> => {
  const asked = await renameAsked(at, user, app, to, of)
  if (!asked.ok) return asked
  if ('step' in asked.value) throw new Error('it waits for people')
  return ok(asked.value.app)
}
