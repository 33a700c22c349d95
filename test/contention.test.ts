import { describe, expect, it } from 'vitest'
import { sendSmsCode } from '../functions/account/codes/send-sms-code.ts'
import { accountKeys } from '../functions/account/keys.ts'
import { endAllSessions } from '../functions/account/sessions/end-sessions.ts'
import { signIn } from '../functions/account/sessions/sign-in.ts'
import { signInPlatformUser } from '../functions/account/sessions/sign-in-platform.ts'
import { createToken } from '../functions/account/tokens/create-token.ts'
import { deleteToken } from '../functions/account/tokens/delete-token.ts'
import { buyMembership } from '../functions/membership/buy.ts'
import { paymentKeys } from '../functions/payment/keys.ts'
import { cancelOrder } from '../functions/payment/orders/cancel-order.ts'
import { pay } from '../functions/payment/paying/pay.ts'
import { cancel } from '../functions/verification/cancel.ts'
import { submit } from '../functions/verification/submission/submit.ts'
import { recharge } from '../functions/wallet/recharge.ts'
import { type Answer, answered } from '../shared/http/answer.ts'
import { bound } from '../shared/http/endpoint.ts'
import { route } from '../shared/http/route.ts'
import type { Outcome } from '../shared/kernel/outcome.ts'
import { isContended } from '../shared/table/table.ts'
import { put } from '../shared/table/write.ts'
import { askCode, lastCode } from './account/fixture.ts'
import { linked, redeem } from './account/links/fixture.ts'
import { call, type Replied, serve } from './http-event.ts'
import { PHONE, valueIn } from './kit.ts'
import { tableOfRivals } from './shared/table/rivals.ts'
import { begun, enter, itemAt, offered, PAYER_IP, submission, type World, world } from './world.ts'

/** As many as somebody sends who wants to see what breaks. */
const AT_ONCE = 40

const anything = route({
  fn: 'test-anything',
  method: 'POST',
  path: '/',
  caller: 'anyone',
  name: 'test',
  summary: '',
  answers: {},
})

/** The same world, whose table is fought over as DynamoDB is. */
const fought = (at: World) => {
  const table = tableOfRivals(at.table)
  return { ...at, table }
}

/** What as many callers are answered who ask at once, with what the log was told of them. */
const askedAtOnce = async (run: (nth: number) => Promise<Outcome<unknown>>) => {
  const faults: unknown[] = []
  const observer = { now: () => 0, request: () => undefined, fault: (error: unknown) => faults.push(error) }
  const one = (nth: number): Promise<Replied> =>
    call(
      serve(
        observer,
        bound(anything, async (): Promise<Outcome<Answer>> => answered(200, await run(nth))),
      ),
      anything,
    )
  const replies = await Promise.all(Array.from({ length: AT_ONCE }, (_none, nth) => one(nth)))
  return { replies, faults }
}

/** How many were answered how. */
const counted = (replies: readonly Replied[]): Record<string, number> => {
  const codes = replies.map(({ status, body }) => (status === 200 ? 'ok' : String(Object(body).code)))
  return Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, all]) => [code, all.length]))
}

describe('M1 forty requests at once for things of one account', () => {
  /** None of them is told of a fault of ours, and the log of nothing but contention. Answers how many were told what. */
  const told = async (at: ReturnType<typeof fought>, run: (nth: number) => Promise<Outcome<unknown>>) => {
    const { replies, faults } = await askedAtOnce(run)
    for (const { status, headers, body } of replies) {
      expect(status).toBeLessThan(500)
      if (Object(body).code === 'contended')
        expect({ status, after: headers['retry-after'] }).toEqual({ status: 409, after: '1' })
    }
    expect(faults.filter((fault) => !isContended(fault))).toEqual([])
    expect(at.table.conflicts()).toBeGreaterThan(0)
    return counted(replies)
  }
  const someone = async () => {
    const plain = world()
    return { plain, at: fought(plain), user: await enter(plain) }
  }

  it('message tokens: as many as are counted, and not one more than may be', async () => {
    const { plain, at, user } = await someone()
    const { ok = 0 } = await told(at, (nth) => createToken(at, { accountId: user.accountId, name: `t${nth}` }))
    expect(ok).toBeGreaterThan(0)
    expect(itemAt(plain, accountKeys.profile(user.accountId))?.tokens).toBe(ok)
    expect(plain.table.items().filter(({ sk }) => sk.startsWith('TOKEN#'))).toHaveLength(ok)
    const [first] = plain.table.items().filter(({ sk }) => sk.startsWith('TOKEN#'))
    await told(at, () => deleteToken(at, { accountId: user.accountId, id: String(first?.id) }))
    expect(itemAt(plain, accountKeys.profile(user.accountId))?.tokens).toBe(ok - 1)
  })

  it("sessions of the platform's user: one account", async () => {
    const { at, plain } = await someone()
    const { ok = 0 } = await told(at, () => signInPlatformUser(at, { externalId: 'same' }))
    expect(ok).toBeGreaterThan(0)
    expect(plain.table.items().filter(({ externalId }) => externalId === 'same')).toHaveLength(1)
  })

  it('a link into the page: one session of one account', async () => {
    const { at, plain } = await someone()
    const token = await linked(plain, { externalId: 'same' })
    const { ok = 0 } = await told(at, () => redeem(at, token))
    expect(ok).toBe(1)
    expect(plain.table.items().filter(({ externalId }) => externalId === 'same')).toHaveLength(1)
    expect(plain.table.items().filter(({ sk, by }) => sk.startsWith('SESSION#') && by === 'link')).toHaveLength(1)
  })

  it('codes by text, and sessions that one of them opens: as many texts as were counted, and one session', async () => {
    const plain = world()
    const at = fought(plain)
    valueIn(await askCode(plain))
    const smsCodeId = plain.codeIds.get(PHONE) ?? ''
    const typed = { phone: PHONE, smsCodeId, code: lastCode(plain), startsOver: false }
    const code = () => sendSmsCode(at, { phone: PHONE, caller: undefined, sourceIp: '192.0.2.1' })
    const { ok: sent = 0 } = await told(at, code)
    expect(sent).toBeGreaterThan(0)
    expect(plain.texts).toHaveLength(1 + sent)
    const { ok = 0 } = await told(at, () => signIn({ ...at, lastFourOf: async () => undefined }, typed))
    expect(ok).toBeLessThanOrEqual(1)
    expect(plain.table.items().filter((item) => item.sk.startsWith('SESSION#'))).toHaveLength(ok)
  })

  it('ends of all sessions: none is left', async () => {
    const { plain, at, user } = await someone()
    await plain.table.commit([put(accountKeys.session(user.accountId, 'other'), {})])
    await told(at, () => endAllSessions(at, user.caller, { keepsCurrent: false }))
    const mine = plain.table.items().filter(({ pk, sk }) => pk.includes(user.accountId) && sk.startsWith('SESSION#'))
    expect(mine).toEqual([])
  })

  it.each([
    ['the same goods', 1, (nth: number) => ({ idempotencyKey: `k${nth}`, points: 100 })],
    ['other goods each', 5, (nth: number) => ({ idempotencyKey: `k${nth}`, points: 100 + nth })],
    ['one request', 1, () => ({ idempotencyKey: 'k', points: 100 })],
  ])('recharges, %s: no more orders than may be open', async (_what, most, asked) => {
    const plain = world({ enforceFrom: '2099-01-01T00:00:00+08:00' })
    const [at, { accountId }] = [fought(plain), await enter(plain)]
    const { ok = 0 } = await told(at, (nth) => recharge(at, accountId, asked(nth)))
    expect(ok).toBeGreaterThan(0)
    expect(plain.table.items().filter(({ sk }) => sk === 'ORDER').length).toBeLessThanOrEqual(most)
  })

  it('months of membership: one order', async () => {
    const { plain, at, user } = await someone()
    await told(at, (nth) => buyMembership(at, user.accountId, { idempotencyKey: `k${nth}` }))
    expect(plain.table.items().filter(({ sk }) => sk === 'ORDER')).toHaveLength(1)
  })

  it('submissions: one verification and one order', async () => {
    const { plain, at, user } = await someone()
    const sent = await submission(plain, user)
    await told(at, (nth) => submit(at, { ...sent, idempotencyKey: `k${nth % 2}` }))
    for (const kind of [/^VERIFICATION#/, /^ORDER$/])
      expect(plain.table.items().filter(({ sk }) => kind.test(sk))).toHaveLength(1)
  })

  it('payments of one order, and changes of method: one open attempt', async () => {
    const plain = world({ orders: { asksPerHour: 1000 } })
    const [at, open] = [fought(plain), await begun(plain)]
    const click = (method: 'wechat_native' | 'wechat_h5') =>
      pay(at, open.user.caller, { orderId: open.order.id, payerIp: PAYER_IP, method })
    const methods = ['wechat_native', 'wechat_h5'] as const
    const rounds = [() => methods[0], () => methods[1], (nth: number) => methods[nth % 2] ?? methods[0]]
    for (const methodOf of rounds) expect((await told(at, (nth) => click(methodOf(nth)))).ok).toBeGreaterThan(0)
    const attempts = plain.table.items().filter(({ sk }) => sk.startsWith('PAYMENT#'))
    expect(attempts.filter(({ status }) => status === 'open')).toHaveLength(1)
  })

  it('cancellations: one end', async () => {
    const plain = world()
    const [at, open] = [fought(plain), await begun(plain)]
    await offered(plain, open)
    const cancelled: World['cancelOrder'] = (...of) => cancelOrder(at, ...of)
    const { accountId } = open.user
    const { ok = 0 } = await told(at, (nth) =>
      nth % 2
        ? cancel({ ...at, cancelOrder: cancelled }, accountId, open.verification.id)
        : cancelled(accountId, open.order.id),
    )
    expect(ok).toBeGreaterThan(0)
    expect(itemAt(plain, paymentKeys.order(open.order.id))?.status).toBe('closed')
  })
})
