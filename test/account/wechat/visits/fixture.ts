import { bindingOf, ownerOf } from '../../../../functions/account/wechat/binding/binding-store.ts'
import { wechatKeys } from '../../../../functions/account/wechat/keys.ts'
import { openSignIn } from '../../../../functions/account/wechat/visits/open-visit.ts'
import { signInUnknown } from '../../../../functions/account/wechat/visits/sign-in-unknown.ts'
import { type Brought, takeReturn } from '../../../../functions/account/wechat/visits/take-return.ts'
import type { VisitWay } from '../../../../functions/account/wechat/visits/visit.ts'
import type { WeChatOAuth } from '../../../../functions/account/wechat/wechat-oauth.ts'
import { notices } from '../../../../functions/messaging/sending/notice-store.ts'
import type { Millis } from '../../../../shared/kernel/time.ts'
import type { Table } from '../../../../shared/table/table.ts'
import { PHONE, valueIn } from '../../../kit.ts'
import { askCode, claimOf, lastCode, world } from '../../fixture.ts'

export const APPS: Record<VisitWay, string> = { website: 'wx0123456789abcdef', in_wechat: 'wxd678efh567hg6787' }

const SOURCE = '192.0.2.1'

/**
 * WeChat at both of our apps. A code is the name of who allowed it. `weixin.tells`: the ways in which WeChat tells the number somebody has
 * at both; `weixin.onAsk` runs while WeChat is being asked, `weixin.says` is answered in the place of who it is.
 */
export const visitWorld = () => {
  const at = world()
  const exchanged: string[] = []
  const pauses: Millis[] = []
  const weixin: {
    onAsk: () => unknown
    says: Awaited<ReturnType<WeChatOAuth['exchange']>> | undefined
    offers: readonly VisitWay[]
    tells: readonly VisitWay[]
  } = { onAsk: () => undefined, says: undefined, offers: ['website', 'in_wechat'], tells: ['website'] }
  const oauthOf = (way: VisitWay): WeChatOAuth => ({
    appId: APPS[way],
    authorizeUrl: ({ redirectUrl, state }) =>
      `https://wechat.test/${way}?${new URLSearchParams({ redirectUrl, state })}`,
    async exchange(code) {
      exchanged.push(code)
      await weixin.onAsk()
      const openid = `${way}-${code}`
      const unionid = weixin.tells.includes(way) ? { unionid: `union-${code}` } : {}
      return weixin.says ?? { kind: 'known', openid, ...unionid }
    },
  })
  return {
    ...at,
    memory: at.table,
    exchanged,
    pauses,
    weixin,
    wechat: async (way: VisitWay) => (weixin.offers.includes(way) ? oauthOf(way) : undefined),
    returnUrl: 'https://shiming.test/v1/wechat/sign-in-callback',
    publicUrl: 'https://shiming.test',
    told: notices(at.ids, at.settings.keeping),
    lastFourOf: async (accountId: string) => at.lastFours.get(accountId),
    // Verified with no number but the one that is signed in with.
    personOf: async (accountId: string) => {
      const lastFour = at.lastFours.get(accountId)
      return lastFour === undefined ? undefined : { lastFour, isPhone: async () => false }
    },
    // Others go on meanwhile, as they do while a function really waits.
    async pause(ms: Millis) {
      pauses.push(ms)
      at.time.now += ms
      await new Promise(setImmediate)
    },
  }
}

export type VisitWorld = ReturnType<typeof visitWorld>

/** A browser: the cookies it has, and where it was sent. */
export type Browser = { mark?: string; token?: string; state?: string }

/** Leaves for WeChat to sign in. */
export const leave = async (at: VisitWorld, browser: Browser = {}, way: VisitWay = 'website'): Promise<Browser> => {
  const asked = { way, returnPath: '/verify', mark: browser.mark, sourceIp: SOURCE }
  const { url, mark } = valueIn(await openSignIn(at, asked))
  return { ...browser, mark, state: new URL(url).searchParams.get('state') ?? '' }
}

/** Comes back as somebody, or without a code. */
export const comeBack = (
  at: Omit<VisitWorld, 'table'> & { table: Table },
  { mark, token, state }: Browser,
  who: string | undefined,
  more: Partial<Brought> = {},
) =>
  takeReturn(at, {
    mark,
    state,
    code: who,
    current: token === undefined ? undefined : claimOf(token),
    device: 'windows',
    ...more,
  })

/** There and back. */
export const visit = async (at: VisitWorld, who: string, way: VisitWay = 'website', browser: Browser = {}) => {
  const left = await leave(at, browser, way)
  return { browser: left, ...(await comeBack(at, left, who)) }
}

/** A code that was sent to a number, as it is typed. */
export const codeSentTo = async (at: VisitWorld, phone = PHONE) => {
  valueIn(await askCode(at, { phone }))
  return { phone, smsCodeId: at.codeIds.get(phone) ?? '', code: lastCode(at, phone), startsOver: false }
}

/** Proves a number in a browser in which somebody came back whom nobody knew. */
export const prove = async (at: VisitWorld, { mark }: Browser, phone = PHONE) =>
  signInUnknown(at, mark, await codeSentTo(at, phone))

/** Somebody who is known from now on: by which account. */
export const known = async (at: VisitWorld, who: string, phone = PHONE, way: VisitWay = 'website') => {
  const { browser } = await visit(at, who, way)
  const { account, token } = valueIn(await prove(at, browser, phone))
  at.time.now += at.settings.sms.spacingMs
  return { accountId: account.id, token }
}

/** The letters an account got, the oldest first. */
export const lettersOf = (at: VisitWorld, accountId: string): string[] =>
  at.memory
    .items()
    .filter(({ pk, title }) => pk === `ACCOUNT#${accountId}` && typeof title === 'string')
    .map(({ title }) => String(title))

/** What the platform is told. */
export const announcedIn = (at: VisitWorld): string[] =>
  at.memory
    .items()
    .flatMap(({ pending }) => (Array.isArray(pending) ? pending : []))
    .map((one) => String(Object(one).type))

/** What an account lets in. */
export const bindingNow = async (at: VisitWorld, accountId: string) =>
  bindingOf(await at.memory.get(wechatKeys.binding(accountId)))

/** Accounts that WeChat users are of, one for each app that knows them, and one where both do. */
export const ownersIn = (at: VisitWorld): (string | undefined)[] =>
  at.memory
    .items()
    .filter(({ pk }) => pk.startsWith('WECHATUSER#'))
    .map((item) => ownerOf([item])?.accountId)

/** Sessions there are, by who opened them. */
export const sessionsIn = (at: VisitWorld, accountId: string): string[] =>
  at.memory
    .items()
    .filter(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk.startsWith('SESSION#'))
    .map(({ by }) => String(by))
