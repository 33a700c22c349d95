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
import { webhookKeys } from '../../functions/webhooks/keys.ts'
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

export type Renamed = { from?: string; phone?: string; smsCode?: string; idLastFour?: string }

/** Its administrator renames an app with a code that was just sent, or is refused. */
export const renamed = async (at: World, user: Owner, { id, name }: App, to: string, of: Renamed = {}) => {
  const phone = of.phone ?? user.phone
  valueIn(await askCode(at, { phone, token: user.token }))
  const { from = name, smsCode = lastCode(at, phone), idLastFour } = of
  return renameApp(at, claimOf(user.token), { id, from, name: to, phone, smsCode, idLastFour })
}
