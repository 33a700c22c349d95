import { furtherNoticeInForce } from '../../functions/consent/further-notice.ts'
import { addressKind } from '../../functions/profile/address/kind.ts'
import { submitAddress } from '../../functions/profile/address/submit-address.ts'
import { withdrawCase } from '../../functions/review/asking/withdraw-case.ts'
import type { Decision, ReviewCase } from '../../functions/review/case/case.ts'
import { caseIdOf } from '../../functions/review/case/case-id.ts'
import { claimOf } from '../account/fixture.ts'
import { world as materialWorld, stored } from '../material/world.ts'
import { decided, drained, person, type User, type World } from '../world.ts'

/** Everything that proof of an address needs, in memory. */
export const addressWorld = (overrides: Record<string, unknown> = {}) => {
  const at = materialWorld(overrides)
  const notice = furtherNoticeInForce(at.settings)
  const row = addressKind(at.settings)
  return {
    ...at,
    notice: async () => notice,
    identityNotice: at.notice,
    row,
    kinds: { [row.kind]: row },
    publicUrl: 'https://shiming.test',
  }
}
export type AddressWorld = ReturnType<typeof addressWorld>

/** Somebody who is verified. */
export const verified = async (at: AddressWorld, nth = 0): Promise<User> => {
  const service = { ...at, notice: at.identityNotice } as World
  const { user } = await decided(service, { who: person('match', nth) })
  await drained(service)
  return user
}

/** Somebody uploads a picture of a proof, and hands it in. */
export const handedAddress = async (at: AddressWorld, user: User, of: { picture?: string; notice?: string } = {}) => {
  const picture = of.picture ?? (await stored(at, { user, kind: 'address_proof' })).id
  const { version } = await at.notice()
  return submitAddress(at, { caller: claimOf(user.token), language: 'zh', picture, notice: of.notice ?? version })
}

/** What follows from a decision about it, as it is written with it; or why nothing does. */
export const decidedAddress = async (
  at: AddressWorld,
  review: ReviewCase,
  verdict: Decision['verdict'],
  reason?: string,
) => {
  const decision = { verdict, at: at.time.now, ...(reason !== undefined && { reason }) }
  const effect = await at.row.effect({ ...at, now: at.time.now }, review, decision)
  return effect.ok ? at.table.commit(effect.value.writes) : effect.refusal.code
}

/** It is taken back, so that another may be handed in. */
export const takenBack = (at: AddressWorld, review: ReviewCase) => withdrawCase(at, review.accountId, caseIdOf(review))
