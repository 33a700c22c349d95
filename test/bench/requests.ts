import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { authenticate } from '../../functions/account/sessions/authenticate.ts'
import { bySessionClaim } from '../../functions/account/sessions/session-guards.ts'
import { signInPlatformUser } from '../../functions/account/sessions/sign-in-platform.ts'
import { byUserClaim } from '../../functions/account/sessions/user-guards.ts'
import { gateRoute } from '../../functions/gate/ask.route.ts'
import { askGate } from '../../functions/gate/ask-gate.ts'
import { saveChannel } from '../../functions/messaging/edit-channels.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { send } from '../../functions/messaging/sending/send.ts'
import { byClaim } from '../../functions/messaging/sending/sender-guards.ts'
import { accountView } from '../../functions/overview/account-view.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { readAccount } from '../../functions/overview/read-account.ts'
import { wechatPayNotificationRoute } from '../../functions/payment/notification.route.ts'
import { takeNotification } from '../../functions/payment/paying/take-notification.ts'
import { openMerchant } from '../../functions/vendors/wechat-pay/merchant.ts'
import { acknowledgement, notificationReader } from '../../functions/vendors/wechat-pay/notification.ts'
import { submit } from '../../functions/verification/submission/submit.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import { answered } from '../../shared/http/answer.ts'
import { answering, provenInside } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { FAR_LIMITS } from '../far-limits.ts'
import { httpEvent, serve } from '../http-event.ts'
import { valueIn } from '../kit.ts'
import { person as sender } from '../messaging/fixture.ts'
import { config, envelope, paidOrder, signed } from '../vendors/wechat-pay/channel.ts'
import { begun, decided, enter, person, submission, type World, world } from '../world.ts'

/** Milliseconds spent inside table, queue and keys in memory since it was last asked. */
export type Spent = () => number

/** One kind of request: what answers it, a fresh event for it, and the status it must be answered with. */
export type Requests = {
  handler: ReturnType<typeof serve>
  status: number
  event: () => APIGatewayProxyEventV2 | Promise<APIGatewayProxyEventV2>
}

const ENDLESS = 1_000_000

/** The same people do everything again and again from one place, which no limit may stop. */
const limits = {
  sms: FAR_LIMITS.sms,
  proof: { numberFrom: ENDLESS, addressFrom: ENDLESS, deploymentFrom: ENDLESS },
}

const EXTERNAL_ID = 'user-7'
const CHANNEL = 'hook'

const bearing = (token: string) => ({ authorization: `Bearer ${token}` })

/** A user of the platform who is verified; answers the session token. */
const verifiedUser = async (at: World): Promise<string> => {
  const { token, account } = valueIn(await signInPlatformUser(at, { externalId: EXTERNAL_ID }))
  const caller = valueIn(await authenticate(at, token))
  await decided(at, { user: { token, accountId: account.id, caller }, who: person('match', 1) })
  return token
}

const gate = (at: World): Requests => ({
  handler: serve(
    observer,
    answering(byUserClaim(at, at.platformKeys))(gateRoute, async ({ params }, caller) =>
      answered(200, await askGate(at, { feature: params.feature ?? '', caller })),
    ),
  ),
  status: 200,
  event: () =>
    httpEvent(gateRoute, {
      params: { feature: 'send_message' },
      query: { externalId: EXTERNAL_ID },
      headers: bearing(at.platformKey),
    }),
})

const account = (at: World, token: string): Requests => ({
  handler: serve(
    observer,
    answering(byUserClaim(at, at.platformKeys))(accountRoute, async (_request, caller) =>
      answered(200, await readAccount(at, caller), (found) => accountView(found, at.publicUrl)),
    ),
  ),
  status: 200,
  event: () => httpEvent(accountRoute, { headers: bearing(token) }),
})

const sending = (at: World): Requests => ({
  handler: serve(
    observer,
    answering(byClaim)(sendRoute, async ({ body }, claim) =>
      answered(202, await send(at, claim, ok(body)), ({ id, createdAt }) => ({
        id,
        createdAt: rfc3339(createdAt),
      })),
    ),
  ),
  status: 202,
  event: async () => {
    const { accountId, session } = await sender(at)
    valueIn(await saveChannel(at, { accountId, code: CHANNEL, url: 'https://hook.example.com/hook' }))
    const body = { title: '测试', content: '一句话。'.repeat(75), channel: 'webhook', option: CHANNEL }
    return httpEvent(sendRoute, { body, headers: bearing(session) })
  },
})

const submitting = (at: World): Requests => ({
  handler: serve(
    observer,
    answering(bySessionClaim)(submitRoute, async ({ body, idempotencyKey }, caller) =>
      answered(201, await submit(at, { caller, idempotencyKey, language: 'zh', body }), ({ verification, order }) => ({
        id: verification.id,
        status: verification.status,
        order: { id: order.id, amountFen: order.amountFen, expiresAt: rfc3339(order.expiresAt) },
      })),
    ),
  ),
  status: 201,
  event: async () => {
    const user = await enter(at)
    const { idempotencyKey, body } = await submission(at, user)
    const consent = { ...body.consent, agreed: true }
    const headers = { ...bearing(user.token), 'idempotency-key': idempotencyKey }
    return httpEvent(submitRoute, { body: { ...body, consent }, headers })
  },
})

const notification = (at: World): Requests => {
  const readNotification = notificationReader(openMerchant(config))
  const deps = { ...at, provider: async () => ({ ...at.channel.provider, readNotification }) }
  return {
    handler: serve(
      observer,
      answering(provenInside('channel'))(wechatPayNotificationRoute, async ({ headers, rawBody }) =>
        ok(acknowledgement(await takeNotification(deps, headers, rawBody))),
      ),
    ),
    status: 204,
    event: async () => {
      const { order } = await begun(at)
      const amount = { ...paidOrder.amount, total: order.amountFen, payer_total: order.amountFen }
      const paid = { ...paidOrder, out_trade_no: order.id, transaction_id: ids.id(), amount }
      const body = envelope('TRANSACTION.SUCCESS', paid)
      return httpEvent(wechatPayNotificationRoute, { body, headers: signed(body, at.time.now) })
    },
  }
}

/** The world with every call into its table, queue and vault timed; they do their work before they return a promise. */
const timed = (at: World): { at: World; spent: Spent } => {
  let total = 0
  const watched = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name, receiver) => {
        const member: unknown = Reflect.get(target, name, receiver)
        if (typeof member !== 'function') return member
        return (...given: unknown[]) => {
          const started = performance.now()
          const result: unknown = Reflect.apply(member, target, given)
          total += performance.now() - started
          return result
        }
      },
    })
  const spent = (): number => {
    const found = total
    total = 0
    return found
  }
  return { at: { ...at, table: watched(at.table), queue: watched(at.queue), vault: watched(at.vault) }, spent }
}

/**
 * The hot requests as their handlers serve them, guards, the log line and WeChat Pay's signature included. A handler takes its
 * table, queue and keys from its environment, and talks to AWS; what is measured here is our own work alone, so the same
 * routes, guards, operations and views are bound to a table, a queue and keys in memory.
 */
export const hotRequests = async (): Promise<{ requests: ReadonlyMap<string, Requests>; spent: Spent }> => {
  const { at, spent } = timed({ ...world(limits), ids })
  const token = await verifiedUser(at)
  const requests = new Map([
    ['gate, asked by the platform', gate(at)],
    ['account read', account(at, token)],
    ['send to a channel', sending(at)],
    ['submit', submitting(at)],
    ['payment notification', notification(at)],
  ])
  return { requests, spent }
}
