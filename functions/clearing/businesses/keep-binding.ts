import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Clock } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { ownerIn } from '../../account/account-store.ts'
import { EXTERNAL_ID } from '../../account/external-id.ts'
import { accountKeys } from '../../account/keys.ts'
import { epochIn, epochStands } from '../../gate/epoch-store.ts'
import { heldIdentity, identityHeldSince } from '../../gate/identity-store.ts'
import { gateKeys } from '../../gate/keys.ts'
import { bindingAnnounced } from '../announced-store.ts'
import { clearingKeys } from '../keys.ts'
import { bindingOf, businessBound, businessUnbound } from './binding-store.ts'
import { type Binding, type Bound, type Business, isBusinessCode, isOf, statusOf } from './business.ts'
import { businessesIn } from './business-store.ts'

export type BindingDeps = { table: Pick<Table, 'get' | 'getMany' | 'commit'>; clock: Clock }

/** Which business, and which user of the platform. */
export type BindingNamed = { code: string; externalId: string }

/** A binding with its business, and what it hangs on now. */
export type FoundBinding = { binding: Binding; business: Business; of: Bound }

/** Somebody binds or unbinds the same at this moment, or the account is just cleared or verified. */
const TRIES = 3

const findAccount = async ({ table }: Pick<BindingDeps, 'table'>, { code, externalId }: BindingNamed) => {
  if (!isBusinessCode(code)) return refusedField('/code', 'invalid_business_code')
  if (!EXTERNAL_ID.test(externalId)) return refusedField('/externalId', 'invalid_external_id')
  return ok(ownerIn(await table.get(accountKeys.external(externalId))))
}

const readBinding = async ({ table }: Pick<BindingDeps, 'table'>, accountId: string, code: string) => {
  const [businesses, identity, epoch, item] = await table.getMany([
    clearingKeys.businesses(),
    gateKeys.identity(accountId),
    gateKeys.epoch(accountId),
    clearingKeys.binding(accountId, code),
  ])
  const held = heldIdentity(identity)
  return {
    business: businessesIn(businesses).get(code),
    held,
    of: { epoch: epochIn(epoch), isHeld: held !== undefined },
    binding: item && bindingOf(item),
  }
}

/**
 * X6 a business relies on who a user of the platform is from now on: once, and again the same answer; where the identity it relied on was cleared,
 * it does so anew. The platform is told in the same commit. Refuses with `invalid_business_code`, `invalid_external_id`, `not_found` (no such
 * business), `binding_needs_identity` and `contended`. Three table calls, two where it is bound already.
 */
export const keepBinding = async (deps: BindingDeps, named: BindingNamed): Promise<Outcome<FoundBinding>> => {
  const account = await findAccount(deps, named)
  if (!account.ok) return account
  const [accountId, { code }] = [account.value, named]
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { business, held, of, binding: before } = await readBinding(deps, accountId ?? '', code)
    if (!business) return refused('not_found')
    if (accountId === undefined || !held) return refused('binding_needs_identity')
    if (before && isOf(before, business) && statusOf(before, of) === 'bound')
      return ok({ binding: before, business, of })
    const now = deps.clock.now()
    const binding = { code, epoch: of.epoch, registeredAt: business.registeredAt, boundAt: now }
    const committed = await deps.table.commit([
      businessBound(accountId, binding, before),
      identityHeldSince(accountId, held.verifiedAt),
      epochStands(accountId, of.epoch),
      bindingAnnounced(accountId, 'business.bound', code, now),
    ])
    if (committed.kind === 'committed') return ok({ binding, business, of })
  }
  return refused('contended')
}

/**
 * The business relies on that user no more; a second time there is nothing to do. The platform is told in the same commit. Refuses with
 * `invalid_business_code`, `invalid_external_id` and `contended`. Three table calls, two where it is not bound.
 */
export const endBinding = async (deps: BindingDeps, named: BindingNamed): Promise<Outcome<null>> => {
  const account = await findAccount(deps, named)
  if (!account.ok) return account
  const accountId = account.value
  if (accountId === undefined) return ok(null)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { binding } = await readBinding(deps, accountId, named.code)
    if (!binding) return ok(null)
    const committed = await deps.table.commit([
      businessUnbound(accountId, binding),
      bindingAnnounced(accountId, 'business.unbound', named.code, deps.clock.now()),
    ])
    if (committed.kind === 'committed') return ok(null)
  }
  return refused('contended')
}

/** A binding as it is. Refuses with `invalid_business_code`, `invalid_external_id` and `not_found`. Two reads. */
export const findBinding = async (deps: BindingDeps, named: BindingNamed): Promise<Outcome<FoundBinding>> => {
  const account = await findAccount(deps, named)
  if (!account.ok) return account
  if (account.value === undefined) return refused('not_found')
  const { business, binding, of } = await readBinding(deps, account.value, named.code)
  return business && binding && isOf(binding, business) ? ok({ binding, business, of }) : refused('not_found')
}
