import type { Millis } from '../../../shared/kernel/time.ts'
import {
  absent,
  all,
  any,
  below,
  exists,
  type Item,
  isNew,
  type Key,
  put,
  remove,
  update,
  type Write,
} from '../../../shared/table/write.ts'
import type { KeyRing } from '../../../shared/vault/key-ring.ts'
import { accountKeys } from '../keys.ts'
import { accountOfToken } from './message-token.ts'

/** A message token as its owner sees it; the token itself is shown once and not kept. */
export type MessageToken = { id: string; name: string; createdAt: Millis }

const PURPOSE = 'message_token'

/** The item of a fresh token. Its 43 random bits would be found from a hash that anybody can repeat, hence the key. */
export const tokenKey = (ring: KeyRing, accountId: string, token: string): Key =>
  accountKeys.token(accountId, ring.mac(PURPOSE, token))

/**
 * Whose message token that is, and the items of which one must exist if it is good: one for each version of the key, the current
 * first. Undefined for what cannot be one.
 */
export const messageTokenOf = (
  token: string | undefined,
): { claimedId: string; tokens: (ring: KeyRing) => Key[] } | undefined => {
  const claimedId = token === undefined ? undefined : accountOfToken(token)
  if (token === undefined || claimedId === undefined) return undefined
  const tokens = (ring: KeyRing) => ring.macs(PURPOSE, token).map((mac) => accountKeys.token(claimedId, mac))
  return { claimedId, tokens }
}

/** The message token in a TOKEN item. */
export const messageTokenIn = (item: Item): MessageToken => ({
  id: String(item.id),
  name: String(item.name),
  createdAt: Number(item.createdAt),
})

/** The account has as many tokens as it may have. */
export const LIMIT_REACHED = 'limit_reached'

/** The account has one token more, within the limit. The count is on its profile, so two at once cannot both be the last. */
export const tokenCreated = (accountId: string, token: Key, made: MessageToken, limit: number): Write[] => [
  put(token, { ...made }, isNew, 'token_exists'),
  update(
    accountKeys.profile(accountId),
    { add: { tokens: 1 } },
    limit > 0 ? all(exists('pk'), any(absent('tokens'), below('tokens', limit))) : below('tokens', 0),
    LIMIT_REACHED,
  ),
]

/** The account has this token no longer. */
export const tokenDeleted = (accountId: string, token: Key): Write[] => [
  remove(token, exists('pk'), 'token_gone'),
  update(accountKeys.profile(accountId), { add: { tokens: -1 } }, exists('pk')),
]
