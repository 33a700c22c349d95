import { appealRoute } from '../../functions/account/appeal.route.ts'
import { listComplaintsRoute, maliciousRoute } from '../../functions/complaints/operator.route.ts'
import { inboxRoute } from '../../functions/messaging/read.route.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { refundsRoute } from '../../functions/payment/operator-refunds.route.ts'
import { faultsRoute } from '../../functions/sandbox/control.route.ts'
import { complainRoute } from '../../functions/sandbox/control-channels.route.ts'
import type { StandIns } from '../../functions/sandbox/stand-ins.ts'
import type { Platform } from '../../local/demo/platform.ts'
import { codeToScan, type Offer, scan, signIn, submit, type User } from '../../local/demo/user.ts'
import type { Engine } from '../../local/engine.ts'
import { beijingDay, DAY } from '../../shared/kernel/time.ts'
import { type Credential, credentialsAt } from '../flows/callers/credentials.ts'
import type { Sample } from '../flows/callers/samples.ts'
import { wechatBrowser } from '../flows/wechat-browser.ts'

/** A running instance and what opens it. */
export type Running = {
  engine: Engine
  platform: Platform
  platformKey: string
  operatorKey: string
  standIns: StandIns
}

/** An instance on which there is something of everything. */
export type Stage = Running & {
  credentials: readonly Credential[]
  /** Requests about what is there, by method and path. */
  samples: Readonly<Record<string, readonly Sample[]>>
  /** The number of an order at the channel that is paid, and of one that is not. */
  paid: string
  unpaid: string
}

const reason = '按规则处理'

/** The `nth` person of an outcome, who paid: how far money and verdict go by themselves. */
const bought = async ({ platform }: Running, outcome: string, offer: Offer, nth: number, isStuck = false) => {
  const person = (await platform.sandbox.people(outcome))[nth]
  if (!person) throw new Error(`the catalogue has no further person for ${outcome}`)
  const user = await signIn(platform, person.phone)
  const { id, order } = await submit(platform, user, person, offer)
  const { codeUrl, outTradeNo } = await codeToScan(platform, user, order.id)
  const subject = { target: 'wechat_pay_refund', mode: 'user_account_abnormal', times: 1, subject: outTradeNo }
  if (isStuck) await platform.must(faultsRoute, { body: subject })
  await scan(platform, codeUrl)
  await platform.pass('1m')
  return { user, verificationId: id, orderId: order.id, outTradeNo }
}

const complained = async ({ platform, operatorKey }: Running, outTradeNo: string): Promise<string> => {
  await platform.must(complainRoute, { body: { outTradeNo, text: '要求退款' } })
  await platform.pass('1m')
  const { complaints } = await platform.must(listComplaintsRoute, { token: operatorKey })
  return complaints.at(-1)?.id ?? ''
}

/** Somebody with two malicious complaints, who appeals against the ban. */
const banned = async (running: Running): Promise<User> => {
  const { user, outTradeNo } = await bought(running, 'match', 'membership', 1)
  for (let nth = 0; nth < 2; nth += 1) {
    const params = { channel: 'wechat_pay', id: await complained(running, outTradeNo) }
    await running.platform.must(maliciousRoute, { token: running.operatorKey, params, body: { reason } })
  }
  await running.platform.must(appealRoute, { token: user.token, body: { text: '都是误操作' } })
  return user
}

const messages = async (platform: Platform, token: string): Promise<string> => {
  for (const content of ['hello', '<p>你好</p>', '一'.repeat(15_000)])
    await platform.must(sendRoute, { token, body: { title: '通知', content } })
  return (await platform.must(inboxRoute, { token, query: { limit: '1' } })).messages[0]?.id ?? ''
}

/** Fills an empty instance. */
export const stageOn = async (running: Running): Promise<Stage> => {
  const { platform, engine, operatorKey } = running
  const { user, verificationId, orderId, outTradeNo } = await bought(running, 'match', 'membership', 0)
  await bought(running, 'mismatch', 'membership', 0, true)
  const [refund] = (await platform.must(refundsRoute, { token: operatorKey, query: { which: 'operator' } })).refunds
  const { accountId } = await banned(running)
  const complaint = { channel: 'wechat_pay', id: await complained(running, outTradeNo) }
  const day = beijingDay(engine.now())
  // The bills of that day are there on the next.
  await platform.pass('36h')
  const message = await messages(platform, user.token)
  const order = await platform.shiming.withSession(user.token).memberships.buy()
  const open = order.order.id
  await wechatBrowser(platform, user.token).authorize()
  const { outTradeNo: unpaid } = await codeToScan(platform, user, open)
  const operated = {
    params: { orderId: refund?.orderId ?? '', name: refund?.name ?? '' },
    body: { action: 'recheck', reason },
  }
  const appealed = { params: { id: accountId }, body: { reason } }
  const csv = `requestId,calledAt,code,billed\n${Array.from({ length: 500 }, (_none, nth) => `r${nth},2026-01-02 12:00:00,0,yes`).join('\n')}`
  const own = (params: Record<string, string>): Sample[] => [{ params }]
  return {
    ...running,
    paid: outTradeNo,
    unpaid,
    credentials: await credentialsAt(running, user),
    samples: {
      'GET /v1/verifications/{id}': own({ id: verificationId }),
      'POST /v1/verifications/{id}/cancel': own({ id: verificationId }),
      'GET /v1/orders/{id}': own({ id: orderId }),
      'POST /v1/orders/{id}/payments': [{ params: { id: open }, body: { method: 'wechat_jsapi', returnPath: '/a' } }],
      'GET /v1/messages/{id}': own({ id: message }),
      'GET /v1/inbox': [{ query: { limit: '2' } }],
      'GET /v1/operator/orders/{id}': own({ id: orderId }),
      'GET /v1/operator/deeds': [{ query: { subject: `account:${accountId}`, limit: '1' } }],
      'GET /v1/operator/ledger': [{ query: { day, unit: 'fen' } }],
      'GET /v1/operator/ledger/balances': [{ query: { from: day, until: beijingDay(engine.now() - DAY) } }],
      'POST /v1/operator/orders/{orderId}/refunds/{name}/actions': [operated],
      'POST /v1/operator/accounts/{id}/unban': [appealed],
      'POST /v1/operator/accounts/{id}/appeal/reject': [appealed],
      'GET /v1/operator/complaints/{channel}/{id}': own(complaint),
      'POST /v1/operator/complaints/{channel}/{id}/reply': [{ params: complaint, body: { text: '已处理', reason } }],
      'GET /v1/operator/reconciliations/{channel}/{day}': own({ channel: 'wechat_pay', day }),
      'POST /v1/operator/reconciliations/{channel}/{day}/rerun': [
        { params: { channel: 'wechat_pay', day }, body: { reason } },
      ],
      'POST /v1/operator/vendor-statements': [{ body: { vendor: 'tencent_cloud', day: '20260102', csv, reason } }],
    },
  }
}
