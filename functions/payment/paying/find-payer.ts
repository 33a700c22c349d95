import { type Outcome, ok, refusedField } from '../../../shared/kernel/outcome.ts'
import type { ForUser } from '../../account/sessions/user-guards.ts'
import type { FindOpenidDeps } from './find-openid.ts'
import { channelOf, needsOf } from './methods.ts'
import type { Payer, PaymentMethod } from './provider.ts'

export type PayBody = { method: PaymentMethod; openid?: string; payerAddress?: string; returnPath?: string }

export type FindPayerDeps = FindOpenidDeps & { publicUrl: string }

/** Whether the platform speaks: its server, or somebody in a session that it opened. */
const isOfPlatform = (caller: ForUser): boolean => 'platformKeyId' in caller || caller.by === 'platform'

/** Where the payer is: as the platform says, or where the request is from, unless it is from the platform's own server. */
const payerIpOf = async (
  { method, payerAddress }: PayBody,
  caller: ForUser,
  sourceIp: string,
): Promise<Outcome<string | undefined>> => {
  if (payerAddress === undefined) return ok('platformKeyId' in caller ? undefined : sourceIp)
  // Seldom said, and then by a server, so that no payer's cold start loads what knows addresses.
  const { payerAddressOf } = await import('./payer-address.ts')
  return payerAddressOf({ method, payerAddress, isOfPlatform: isOfPlatform(caller) })
}

/** Who pays inside WeChat: as the platform says, or whoever the session was found to be there. What a page says may be anybody's. */
const openidOf = async (
  deps: FindPayerDeps,
  { method, openid }: PayBody,
  caller: ForUser,
): Promise<Outcome<string | undefined>> => {
  if (openid !== undefined) return isOfPlatform(caller) ? ok(openid) : refusedField('/openid', 'openid_not_accepted')
  if (!('session' in caller) || !needsOf(method).includes('openid')) return ok(undefined)
  // Only inside WeChat, so that nobody else's cold start loads what knows of it.
  const { findOpenid } = await import('./find-openid.ts')
  return findOpenid(deps, caller.session, channelOf(method))
}

/**
 * The payer of a request to pay; `sourceIp`: where it is from. Refuses what only the platform may say (`payer_address_not_accepted`,
 * `openid_not_accepted`), `invalid_payer_address`, and with `payment_method_unavailable` paying inside WeChat where our service account
 * is not the one our merchant is bound to, which rings. At most one database call.
 */
export const findPayer = async (
  deps: FindPayerDeps,
  caller: ForUser,
  body: PayBody,
  sourceIp: string,
): Promise<Outcome<Payer>> => {
  const { method, returnPath } = body
  const payerIp = await payerIpOf(body, caller, sourceIp)
  if (!payerIp.ok) return payerIp
  const openid = await openidOf(deps, body, caller)
  if (!openid.ok) return openid
  return ok({
    method,
    payerIp: payerIp.value,
    openid: openid.value,
    returnUrl: returnPath && `${deps.publicUrl}${returnPath}`,
  })
}
