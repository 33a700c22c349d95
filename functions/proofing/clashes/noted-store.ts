import { MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import { due } from '../../../shared/table/keys.ts'
import { type Put, put, type Write } from '../../../shared/table/write.ts'
import { proofingKeys } from '../keys.ts'

/** Somebody tried to verify `accountId` as the person of `holders`, who holds as many accounts as they may. */
export type Clash = { accountId: string; holders: readonly string[]; at: Millis }

const noted = ({ accountId, holders, at }: Clash): Put => {
  const key = proofingKeys.clash(accountId, at)
  return put(key, { at, holders: [...holders], told: 0, ...due(key, at + MINUTE) })
}

/**
 * X5 that somebody was refused because the person is verified elsewhere is owed to whoever holds the accounts: written in the commit that refuses,
 * under the account that was refused, so that no refusal is longer, or waits, because of another. Nothing where nobody else holds any.
 */
export const clashNoted = ({ holders, ...of }: Clash): Write[] => {
  const others = holders.filter((one) => one !== of.accountId)
  return others.length === 0 ? [] : [noted({ ...of, holders: others })]
}
