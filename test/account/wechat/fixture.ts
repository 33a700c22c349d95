import { type SignedIn, sessionOpened } from '../../../functions/account/sessions/session-store.ts'
import { openAuthorization } from '../../../functions/account/wechat/open-authorization.ts'
import { type Brought, takeCallback } from '../../../functions/account/wechat/take-callback.ts'
import type { WeChatExchange, WeChatOAuth } from '../../../functions/account/wechat/wechat-oauth.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import type { Table } from '../../../shared/table/table.ts'
import { valueIn } from '../../kit.ts'
import { claimOf, world } from '../fixture.ts'

const APP_ID = 'wxd678efh567hg6787'
export const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o'

type Told = { event: string; fields: Record<string, string | number> }

/** WeChat that keeps which codes it was asked for; `vendor.answer` is what it says, `vendor.onAsk` runs while it is being asked. */
export const wechatWorld = (table?: (of: Table) => Table) => {
  const at = world()
  const exchanged: string[] = []
  const notes: Told[] = []
  const pauses: Millis[] = []
  const vendor: { answer: WeChatExchange; onAsk: () => unknown; offered: boolean } = {
    answer: { kind: 'known', openid: OPENID },
    onAsk: () => undefined,
    offered: true,
  }
  const oauth: WeChatOAuth = {
    appId: APP_ID,
    authorizeUrl: ({ redirectUrl, state }) =>
      `https://wechat.test/authorize?${new URLSearchParams({ redirectUrl, state })}`,
    async exchange(code) {
      exchanged.push(code)
      await vendor.onAsk()
      return vendor.answer
    },
  }
  return {
    ...at,
    memory: at.table,
    table: table?.(at.table) ?? at.table,
    exchanged,
    notes,
    pauses,
    vendor,
    wechat: async () => (vendor.offered ? oauth : undefined),
    note: (event: string, fields: Told['fields']) => void notes.push({ event, fields }),
    callbackUrl: (returnPath: string) => `https://shiming.test/back?${new URLSearchParams({ returnPath })}`,
    // Others go on meanwhile, as they do while a function really waits.
    async pause(ms: Millis) {
      pauses.push(ms)
      at.time.now += ms
      await new Promise(setImmediate)
    },
  }
}

export type WeChatWorld = ReturnType<typeof wechatWorld>

const ACCOUNT = 'a'.repeat(32)

/** A session, of one account unless another is named. */
export const sessionAt = async (at: WeChatWorld, accountId = ACCOUNT) => {
  const token = `${accountId}.${at.ids.secret(32)}`
  const claim = claimOf(token)
  const opened = { createdAt: at.time.now, expiresAt: at.time.now + DAY, by: 'sms_code' as const }
  await at.memory.commit([sessionOpened(claim.session, opened)])
  return { token, claim, caller: { accountId, session: claim.session } as SignedIn }
}

/** Somebody who has just left for WeChat. */
export const left = async (at: WeChatWorld) => {
  const session = await sessionAt(at)
  return { ...session, ...(await leaves(at, session.caller)) }
}

/** A session leaves for WeChat; answers the state it took along. */
export const leaves = async (at: WeChatWorld, caller: SignedIn) => {
  const { url, expiresAt } = valueIn(await openAuthorization(at, caller, '/verify/pay'))
  return { url, expiresAt, state: new URL(url).searchParams.get('state') ?? '' }
}

/** The browser is back; with a code unless none is named. */
export const comesBack = (
  at: WeChatWorld,
  { claim, state }: { claim: Parameters<typeof takeCallback>[1]; state: string },
  brought: Partial<Brought> = {},
) => takeCallback(at, claim, { code: 'code-1', state, ...brought })
