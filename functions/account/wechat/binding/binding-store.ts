import * as z from 'zod/mini'
import type { Millis } from '../../../../shared/kernel/time.ts'
import {
  absent,
  all,
  any,
  type Condition,
  type Delete,
  equals,
  type Item,
  isNew,
  type Key,
  put,
  remove,
  type Update,
  update,
  type Write,
} from '../../../../shared/table/write.ts'
import { ownerIn } from '../../account-store.ts'
import { wechatKeys } from '../keys.ts'
import type { Binding, WechatUser } from './wechat-user.ts'

/** Why nothing is bound: another account lets that WeChat user in. */
export const BOUND_ELSEWHERE = 'wechat_bound_elsewhere'
/** Why nothing is bound: the account lets another WeChat user in. */
export const HAS_ANOTHER = 'wechat_has_another'
/** Why nobody is let in: the account does not let that WeChat user in any more. */
export const UNBOUND = 'wechat_unbound'

/** What every appid begins with; under it stands who is let in. */
const APP = /^wx/

const stored = z.object({ boundAt: z.number(), version: z.number(), union: z.optional(z.string()) })

/** What an account lets in, in its item; undefined where it lets nobody in. */
export const bindingOf = (item: Item | undefined): Binding | undefined => {
  if (!item) return undefined
  const users = Object.entries(item).flatMap(([appId, user]) =>
    APP.test(appId) && typeof user === 'string' ? [{ appId, user }] : [],
  )
  return { ...z.parse(stored, item), users }
}

/** Where it is kept whose a WeChat user is: by their number at the app first. */
export const ownerKeys = ({ appId, user, union }: WechatUser): Key[] => [
  wechatKeys.user(appId, user),
  ...(union === undefined ? [] : [wechatKeys.union(union)]),
]

/** Whose they are, as the items at those keys say, and by which of the two. */
export const ownerOf = (
  items: readonly (Item | undefined)[],
): { accountId: string; by: 'user' | 'union' } | undefined => {
  const [byUser, byUnion] = items.map(ownerIn)
  if (byUser !== undefined) return { accountId: byUser, by: 'user' }
  return byUnion === undefined ? undefined : { accountId: byUnion, by: 'union' }
}

const owned = (accountId: string, of: WechatUser): Write[] =>
  ownerKeys(of).map((key) => put(key, { accountId }, any(isNew, equals('accountId', accountId)), BOUND_ELSEWHERE))

const isOrWillBe = (attr: string, value: string | undefined): Condition[] =>
  value === undefined ? [] : [any(absent(attr), equals(attr, value))]

/** From now on the account lets that WeChat user in. A WeChat user is of one account, and an account has one of each app. */
export const wechatBound = (accountId: string, of: WechatUser, now: Millis): Write[] => [
  ...owned(accountId, of),
  update(
    wechatKeys.binding(accountId),
    {
      set: { [of.appId]: of.user, boundAt: now, ...(of.union !== undefined && { union: of.union }) },
      add: { version: 1 },
    },
    all(...isOrWillBe(of.appId, of.user), ...isOrWillBe('union', of.union)),
    HAS_ANOTHER,
  ),
]

/**
 * That WeChat user is let in, whom the account still knows; counted, so that whoever unbinds meanwhile notices. Known at another app of the
 * same owner only (`union`), they are known at this one from now on.
 */
export const wechatUsed = (accountId: string, of: WechatUser, by: 'user' | 'union'): Write[] =>
  by === 'user'
    ? [update(wechatKeys.binding(accountId), { add: { version: 1 } }, equals(of.appId, of.user), UNBOUND)]
    : [
        put(wechatKeys.user(of.appId, of.user), { accountId }, isNew, UNBOUND),
        update(
          wechatKeys.binding(accountId),
          { set: { [of.appId]: of.user }, add: { version: 1 } },
          all(equals('union', of.union ?? ''), ...isOrWillBe(of.appId, of.user)),
          UNBOUND,
        ),
      ]

const asRead = ({ version }: Binding): Condition => equals('version', version)

/** The account lets none of them in any more; as it was read, so that nobody came in meanwhile. */
export const wechatUnbound = (accountId: string, of: Binding): (Delete | Update)[] => [
  remove(wechatKeys.binding(accountId), asRead(of), UNBOUND),
  ...of.users.map(({ appId, user }) => remove(wechatKeys.user(appId, user), equals('accountId', accountId), UNBOUND)),
  ...(of.union === undefined ? [] : [remove(wechatKeys.union(of.union), equals('accountId', accountId), UNBOUND)]),
]
