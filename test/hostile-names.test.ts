import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { rejectAppeal, unban } from '../functions/account/bans/decide-ban.ts'
import { listAppeals } from '../functions/account/bans/list-appeals.ts'
import { authenticate } from '../functions/account/sessions/authenticate.ts'
import { endSession } from '../functions/account/sessions/end-sessions.ts'
import { listSessions } from '../functions/account/sessions/list-sessions.ts'
import { signInRoute } from '../functions/account/sign-in.route.ts'
import { deleteToken } from '../functions/account/tokens/delete-token.ts'
import { doers } from '../functions/audit/deed.ts'
import { readLedger } from '../functions/bookkeeping/ledger/read-ledger.ts'
import { listRuns, readRun } from '../functions/bookkeeping/reconciliation/read-runs.ts'
import { rerun } from '../functions/bookkeeping/reconciliation/rerun.ts'
import { readVendorStatement } from '../functions/bookkeeping/statements/import-statement.ts'
import { findComplaint, listComplaints } from '../functions/complaints/read-complaints.ts'
import { gateRoute } from '../functions/gate/ask.route.ts'
import { askGate } from '../functions/gate/ask-gate.ts'
import { removeChannel, saveChannel } from '../functions/messaging/edit-channels.ts'
import { pushplusRoutes } from '../functions/messaging/pushplus.route.ts'
import { readInbox, readMessage } from '../functions/messaging/read.ts'
import { bearerClaim } from '../functions/messaging/sending/find-sender.ts'
import { send } from '../functions/messaging/sending/send.ts'
import { approveProposal } from '../functions/operators/proposals/decide-proposal.ts'
import { readDeeds } from '../functions/overview/deeds/read-deeds.ts'
import { readWholeOrder } from '../functions/overview/whole-order/read-whole-order.ts'
import { refundActionRoute } from '../functions/payment/operator-refunds.route.ts'
import { readOrder } from '../functions/payment/orders/read.ts'
import { pay } from '../functions/payment/paying/pay.ts'
import type { Notification } from '../functions/payment/paying/provider.ts'
import { takeNotification } from '../functions/payment/paying/take-notification.ts'
import { actOnRefund } from '../functions/payment/refunds/act-on-refund.ts'
import { readRefunds } from '../functions/payment/refunds/read-refunds.ts'
import { problems } from '../functions/problems.ts'
import { answerCase } from '../functions/review/asking/answer-case.ts'
import { takeClaim } from '../functions/review/deciding/take-claim.ts'
import { cancel } from '../functions/verification/cancel.ts'
import { listVerifications, readVerification } from '../functions/verification/read.ts'
import { type Outcome, ok, refused } from '../shared/kernel/outcome.ts'
import { beijingDay } from '../shared/kernel/time.ts'
import { isKey } from '../shared/table/keys.ts'
import { cursorOf } from '../shared/table/list-cursor.ts'
import { look } from './account/links/fixture.ts'
import { HOSTILE, hostileText } from './hostile-texts.ts'
import { misfit } from './http-event.ts'
import { deciding, OPERATOR, SECOND } from './operator.ts'
import { signed } from './payment/scripted-channel.ts'
import { LIN } from './review/fixture.ts'
import { enter, PAYER_IP, type User, type World, world } from './world.ts'

const ID = '0'.repeat(32)
const DAY = '20261120'

/** What is answered to somebody who names a thing so. None is a fault: the table of these tests refuses keys as DynamoDB does. */
type Naming = (at: World, user: User, text: string) => Promise<Outcome<unknown>>

const reason = 'test'

const found = (outcome: unknown): Outcome<unknown> => (outcome === undefined ? refused('not_found') : ok(outcome))

const namings: Record<string, { right: string; ask: Naming }> = {
  'a verification': { right: ID, ask: (at, { accountId }, id) => readVerification(at, accountId, id) },
  'a verification to cancel': { right: ID, ask: (at, { accountId }, id) => cancel(at, accountId, id) },
  'an order': { right: ID, ask: (at, { accountId }, id) => readOrder(at, accountId, id) },
  'an order to pay': {
    right: ID,
    ask: (at, { caller }, orderId) => pay(at, caller, { orderId, payerIp: PAYER_IP, method: 'wechat_native' }),
  },
  'an order, as an operator': { right: ID, ask: (at, _user, id) => readWholeOrder(at, id) },
  'the order of a refund': {
    right: ID,
    ask: (at, _user, orderId) => actOnRefund(at, OPERATOR, { orderId, name: `${ID}v`, action: 'recheck', reason }),
  },
  'a refund': {
    right: `${ID}v`,
    ask: (at, _user, name) => actOnRefund(at, OPERATOR, { orderId: ID, name, action: 'recheck', reason }),
  },
  'a proposal to approve': {
    right: ID,
    ask: (at, _user, id) => approveProposal(deciding(at), SECOND, { id, reason }),
  },
  'a case for people': { right: `${ID}.${ID}`, ask: (at, _user, id) => takeClaim({ ...at, kinds: {} }, LIN, id) },
  'a case of the account': {
    right: `${ID}.${ID}`,
    ask: (at, { accountId }, name) => answerCase({ ...at, kinds: {} }, accountId, { name, text: 'x' }),
  },
  'a message': { right: ID, ask: (at, { accountId }, id) => readMessage(at, { accountId, id }) },
  'a channel to change': {
    right: 'ops',
    ask: (at, { accountId }, code) => saveChannel(at, { accountId, code, url: 'https://hook.example.com/' }),
  },
  'a channel to remove': { right: 'ops', ask: (at, { accountId }, code) => removeChannel(at, { accountId, code }) },
  'a message token': { right: ID, ask: (at, { accountId }, id) => deleteToken(at, { accountId, id }) },
  'an account to unban': {
    right: ID,
    ask: (at, _user, accountId) => unban(at, doers.operator(OPERATOR), { accountId, reason }),
  },
  'an account whose appeal is rejected': {
    right: ID,
    ask: (at, _user, accountId) => rejectAppeal(at, OPERATOR, { accountId, reason }),
  },
  'a complaint': {
    right: ID,
    ask: async (at, _user, id) => found(await findComplaint(at.table, { channel: 'wechat_pay', id })),
  },
  'the channel of a complaint': {
    right: 'wechat_pay',
    ask: async (at, _user, channel) => found(await findComplaint(at.table, { channel, id: ID })),
  },
  'a day of a channel': { right: DAY, ask: (at, _user, day) => readRun(at, 'wechat_pay', day) },
  'the channel of a day': { right: 'alipay', ask: (at, _user, channel) => readRun(at, channel, DAY) },
  'a channel with days': { right: 'alipay', ask: (at, _user, channel) => listRuns(at, channel, { limit: 31 }) },
  'a day to do again': {
    right: DAY,
    ask: (at, _user, day) => rerun(at, OPERATOR, { channel: 'wechat_pay', day, reason }),
  },
  'the day of a statement': { right: DAY, ask: (at, _user, day) => readVendorStatement(at, 'tencent_cloud', day) },
  'the vendor of a statement': {
    right: 'tencent_cloud',
    ask: (at, _user, vendor) => readVendorStatement(at, vendor, DAY),
  },
  'a feature': {
    right: 'send_message',
    ask: (at, _user, feature) =>
      askGate(at, { feature, caller: { platformKeyId: 'p', externalId: 'user-7', accountId: undefined } }),
  },
  'a session to end': { right: 'x'.repeat(43), ask: (at, { accountId }, id) => endSession(at, { accountId, id }) },
  'a link into the page': { right: 'x'.repeat(43), ask: (at, _user, token) => look(at, token) },
  'a session': { right: `${ID}.x`, ask: (at, _user, token) => authenticate(at, token) },
  'a sender': {
    right: ID,
    ask: (at, _user, token) =>
      send(at, bearerClaim(token), ok({ title: '', content: 'c', template: 'txt', channel: 'inbox' })),
  },
}

let at: World
let user: User
beforeAll(async () => {
  at = world()
  user = await enter(at)
})

describe('M1 whatever somebody calls a thing', () => {
  it.each(Object.entries(namings))('%s: is found or refused, and never a fault', async (_what, { right, ask }) => {
    const answered = fc.asyncProperty(hostileText(right), async (text) => {
      const outcome = await ask(at, user, text)
      expect(outcome.ok ? 200 : problems[outcome.refusal.code].status).toBeLessThan(500)
    })
    await fc.assert(answered, { examples: HOSTILE.map((text) => [text]) })
  })

  it('how a platform calls its users: their names fit, or are refused by their field', () => {
    const fits = fc.property(hostileText('user-7'), (externalId) => {
      const refusals = [
        misfit(signInRoute, { body: { externalId } }),
        misfit(gateRoute, { params: { feature: 'send_message' }, query: { externalId } }),
      ]
      const isGood = /^[\x21-\x7e]{1,128}$/.test(externalId)
      for (const refusal of refusals) {
        expect(refusal === undefined).toBe(isGood)
        if (refusal && refusal.code !== 'body_too_large') expect(refusal.fields?.[0]?.pointer).toBe('/externalId')
      }
    })
    fc.assert(fits, { examples: HOSTILE.map((text) => [text]) })
  })

  it('a name in an address is a name in form, or nothing is found under it', () => {
    const route = refundActionRoute
    const body = { action: 'recheck', reason }
    const named = fc.property(hostileText(ID), hostileText(`${ID}v`), (orderId, name) => {
      const refusal = misfit(route, { params: { orderId, name }, body })
      const isNamed = [orderId, name].every((text) => text !== '' && text.length <= 200 && text.isWellFormed())
      expect(refusal?.code).toBe(isNamed ? undefined : 'not_found')
      // Whatever is let in fits any key that is made of both.
      if (isNamed) expect(isKey({ pk: `${orderId}#${name}`, sk: `REFUND#${name}` })).toBe(true)
    })
    fc.assert(named, { examples: HOSTILE.map((text) => [text, `${ID}v`]) })
  })

  it('what follows /send in an address may be anything, because pushplus answers all of it with 200', () => {
    for (const proxy of HOSTILE.filter((text) => text.isWellFormed()))
      expect(misfit(pushplusRoutes.send[1], { params: { proxy } })).toBeUndefined()
  })
})

describe('M1 whatever a channel calls a thing', () => {
  const fact = { channel: 'wechat_pay', transactionId: '42', outTradeNo: ID, paidFen: 100, paidAt: 0 } as const
  const state = { kind: 'succeeded', refundFen: 100, succeededAt: 0 } as const
  const notifications: Record<string, (text: string) => Notification> = {
    'a payment': (outTradeNo) => ({ kind: 'payment', fact: { ...fact, outTradeNo } }),
    'a refund': (outRefundNo) => ({ kind: 'refund', outTradeNo: ID, outRefundNo, state }),
    'a complaint': (complaintId) => ({ kind: 'complaint', complaintId }) as Notification,
  }

  it.each(Object.entries(notifications))(
    '%s: is acknowledged, because sending it again would not help',
    async (_what, of) => {
      const acknowledged = fc.asyncProperty(hostileText(ID), async (text) => {
        expect(await takeNotification(at, ...signed(of(text)))).toBe('accepted')
      })
      await fc.assert(acknowledged, { examples: HOSTILE.map((text) => [text]) })
    },
  )
})

describe('M1 whatever a client sends for a cursor', () => {
  type Paging = { pk: string; sk: string; read: (cursor: string) => Promise<Outcome<unknown>> }
  const pages: Record<string, Paging> = {
    appeals: {
      pk: `ACCOUNT#${ID}`,
      sk: 'APPEAL',
      read: (cursor) => listAppeals(at, { status: 'open', limit: 5, cursor }),
    },
    complaints: {
      pk: `COMPLAINT#wechat_pay#${ID}`,
      sk: 'COMPLAINT',
      read: (cursor) => listComplaints(at, { status: 'open', limit: 5, cursor }),
    },
    'refunds for an operator': {
      pk: `ORDER#${ID}`,
      sk: `REFUND#${ID}v`,
      read: (cursor) => readRefunds(at, { which: 'operator', limit: 5, cursor }),
    },
    'refunds that wait': {
      pk: `ORDER#${ID}`,
      sk: `REFUND#${ID}v`,
      read: (cursor) => readRefunds(at, { which: 'overdue', limit: 5, cursor }),
    },
    ledger: {
      pk: `ORDER#${ID}`,
      sk: 'LEDGER#received:1',
      read: (cursor) => readLedger(at, { day: beijingDay(at.time.now), limit: 5, cursor }),
    },
    reconciliations: {
      pk: `RECONCILIATION#alipay#${DAY}`,
      sk: 'RECONCILIATION',
      read: (cursor) => listRuns(at, 'alipay', { limit: 5, cursor }),
    },
    inbox: { pk: ID, sk: ID, read: (cursor) => readInbox(at, { accountId: user.accountId, limit: 5, cursor }) },
    deeds: { pk: ID, sk: ID, read: (cursor) => readDeeds(at, { subject: `order:${ID}`, limit: 5, cursor }) },
    verifications: {
      pk: ID,
      sk: ID,
      read: (cursor) => listVerifications(at, user.accountId, { limit: 5, cursor }),
    },
    sessions: {
      pk: `ACCOUNT#${ID}`,
      sk: `SESSION#${'x'.repeat(43)}`,
      read: (cursor) => listSessions(at, user.caller, { limit: 5, cursor }),
    },
  }

  const times = fc.oneof(
    fc.constantFrom<unknown>(-1, 0, 1.5, 2 ** 53, 1e300, null, '1', Number.MAX_SAFE_INTEGER),
    fc.integer({ min: -10, max: 10 }).map((off) => at.time.now + off),
  )

  it.each(Object.entries(pages))(
    '%s: a page, or a refusal that names the field, and never a fault',
    async (_what, { pk, sk, read }) => {
      const places = fc.tuple(times, hostileText(pk), hostileText(sk)).map((place) => cursorOf(JSON.stringify(place)))
      const cursors = fc.oneof(places, hostileText(cursorOf(JSON.stringify([at.time.now, pk, sk]))))
      const half = cursorOf(`[${at.time.now},"${pk}\\ud800","${sk}"]`)
      const answered = fc.asyncProperty(cursors, async (cursor) => {
        const outcome = await read(cursor)
        if (!outcome.ok) expect(outcome.refusal.fields).toEqual([{ pointer: '/cursor', code: 'invalid_cursor' }])
        else expect(outcome.value).toBeDefined()
      })
      await fc.assert(answered, { examples: [half, ...HOSTILE].map((text) => [text]) })
      expect(await read(half)).toMatchObject({ ok: false, refusal: { code: 'invalid_cursor' } })
    },
  )
})
