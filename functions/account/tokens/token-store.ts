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
import { accountKeys } from '../keys.ts'
import { accountOfToken, tokenHash } from './message-token.ts'

/** A message token as its owner sees it; the token itself is shown once and not kept. */
export type MessageToken = { id: string; name: string; createdAt: Millis }

/** Whose message token that is, and the item that must exist if it is good; undefined for what cannot be one. */
export const messageTokenOf = (token: string | undefined): { claimedId: string; token: Key } | undefined => {
  const claimedId = token === undefined ? undefined : accountOfToken(token)
  return claimedId && token ? { claimedId, token: accountKeys.token(claimedId, tokenHash(token)) } : undefined
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
