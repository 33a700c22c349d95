import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type {
  Notification,
  PaymentMethod,
  PaymentProvider,
  PaymentRequest,
  RefundRequest,
} from '../../functions/payment/paying/provider.ts'

/** What a channel can be made to answer next, whatever its own words for it are. */
export type Situation =
  | 'created'
  | 'unpaid'
  | 'paid'
  | 'paid and partly given back'
  | 'closed'
  | 'not known'
  | 'closed as asked'
  | 'not closed because paid'
  | 'refund accepted'
  | 'refund done'
  | 'refund not known'
  | 'refused for good'
  | 'no balance'
  | 'outcome unknown'
  | 'about another order'

/** How an answer can come that must not be believed, or not at all. */
export type Fault = 'unsigned' | 'forged' | 'changed' | 'signed by the merchant' | 'nonsense' | 'broken' | 'late'

/** How long a stage's provider waits for an answer: as short as a busy machine allows, because one test waits it out. */
export const PATIENCE_MS = 1500

/** What a channel can tell unasked. */
export type Notice =
  | 'paid'
  | 'refunded'
  | 'of no interest'
  | "another merchant's"
  | 'changed'
  | 'unsigned'
  | 'signed by the merchant'

export type Told = { headers: Record<string, string | undefined>; body: Buffer }

/** A provider with its channel on a server in the test. */
export type Stage = {
  provider: PaymentProvider
  now: number
  /** A way to pay that asks the channel, and one of the other channel. */
  method: PaymentMethod
  foreign: PaymentMethod
  transactionId: string
  paidAt: number
  /** When the channel says that the refund was done; where its answer does not, the moment it was heard. */
  refundedAt: number
  answers(situation: Situation): void
  /** The answer to `situation`, spoilt. */
  spoils(situation: Situation, fault: Fault): void
  tells(notice: Notice): Told
  /** The bodies of the calls since the last look. */
  sent(): string[]
  stop(): void
}

export const ORDER = '0193a1b2c3d4e5f60718293a4b5c6d7e'
export const REFUND = `${ORDER}v1`

/** P4: a membership of 1000 fen. P7: 900 of it go back after a mismatch. */
const PAID_FEN = 1000
const BACK_FEN = 900

const requestOf = (stage: Stage, change: Partial<PaymentRequest> = {}): PaymentRequest => ({
  method: stage.method,
  outTradeNo: ORDER,
  amountFen: PAID_FEN,
  description: '实名认证',
  expiresAt: stage.now + 30 * 60_000,
  notifyUrl: 'https://shiming.example/webhooks/channel',
  ...change,
})

const refundOf = (stage: Stage): RefundRequest => ({
  outTradeNo: ORDER,
  transactionId: stage.transactionId,
  outRefundNo: REFUND,
  refundFen: BACK_FEN,
  totalFen: PAID_FEN,
  reason: '身份信息不一致',
  notifyUrl: 'https://shiming.example/webhooks/channel',
})

const calls = {
  create: { good: 'created', call: (stage: Stage) => stage.provider.create(requestOf(stage)) },
  query: { good: 'paid', call: ({ provider }: Stage) => provider.query(ORDER) },
  close: { good: 'closed as asked', call: ({ provider }: Stage) => provider.close(ORDER) },
  refund: { good: 'refund accepted', call: (stage: Stage) => stage.provider.refund(refundOf(stage)) },
  queryRefund: {
    good: 'refund done',
    call: ({ provider }: Stage) => provider.queryRefund({ outTradeNo: ORDER, outRefundNo: REFUND }),
  },
} as const satisfies Record<string, { good: Situation; call: (stage: Stage) => Promise<{ kind: string }> }>

type Name = keyof typeof calls
const names: readonly Name[] = ['create', 'query', 'close', 'refund', 'queryRefund']
const faults: readonly Fault[] = ['unsigned', 'forged', 'changed', 'signed by the merchant', 'nonsense', 'broken']

/** What every payment channel must do for those who use it, however it does it. */
export const providerContract = (name: string, start: () => Promise<Stage>): void => {
  describe(`${name} as a payment provider`, () => {
    let stage: Stage
    beforeAll(async () => {
      stage = await start()
    })
    beforeEach(() => void stage.sent())
    afterAll(() => stage.stop())

    const answered = async (call: Name, situation: Situation) => {
      stage.answers(situation)
      return calls[call].call(stage)
    }
    const fact = () => ({
      channel: stage.provider.channel,
      transactionId: stage.transactionId,
      outTradeNo: ORDER,
      paidFen: PAID_FEN,
      paidAt: stage.paidAt,
    })

    describe('P4 creating a payment', () => {
      it('answers what the payer needs, and nothing else', async () => {
        const created = await answered('create', 'created')
        expect(created).toEqual({ kind: 'created', action: expect.anything() })
        const actions = Object.values('action' in created ? created.action : {})
        expect(actions).toEqual([expect.stringMatching(/^\w+:\/\/./)])
      })

      it('asks for the same in the same words', async () => {
        await answered('create', 'created')
        await answered('create', 'created')
        const [first, second] = stage.sent()
        expect(second).toBe(first)
        expect(first).toContain(ORDER)
      })

      it('asks nothing for a method of another channel', async () => {
        expect(stage.provider.methods).not.toContain(stage.foreign)
        const created = await stage.provider.create(requestOf(stage, { method: stage.foreign }))
        expect(created).toMatchObject({ kind: 'rejected' })
        expect(stage.sent()).toEqual([])
      })

      it('is refused for good, or may be under way', async () => {
        expect(await answered('create', 'refused for good')).toMatchObject({ kind: 'rejected' })
        expect(await answered('create', 'outcome unknown')).toMatchObject({ kind: 'unavailable' })
      })
    })

    describe('P16 asking for an order', () => {
      it('unpaid, closed, not known', async () => {
        expect(await answered('query', 'unpaid')).toEqual({ kind: 'unpaid' })
        expect(await answered('query', 'closed')).toEqual({ kind: 'closed' })
        expect(await answered('query', 'not known')).toMatchObject({ kind: 'absent' })
      })

      it('paid, to the fen, also after a part was given back', async () => {
        expect(await answered('query', 'paid')).toEqual({ kind: 'paid', fact: fact() })
        expect(await answered('query', 'paid and partly given back')).toEqual({ kind: 'paid', fact: fact() })
      })
    })

    describe('P16 closing an order', () => {
      it('closed, or paid before', async () => {
        expect(await answered('close', 'closed as asked')).toEqual({ kind: 'closed' })
        expect(await answered('close', 'not closed because paid')).toMatchObject({ kind: 'already_paid' })
      })

      it('is not closed by whatever else is said', async () => {
        for (const situation of ['not known', 'outcome unknown', 'refused for good'] as const) {
          expect(await answered('close', situation)).toMatchObject({ kind: 'unavailable' })
        }
      })
    })

    describe('P7 giving back', () => {
      const done = () => ({ kind: 'succeeded', refundFen: BACK_FEN, succeededAt: stage.refundedAt })

      it('accepted is not done', async () => {
        expect(await answered('refund', 'refund accepted')).toEqual({ kind: 'processing' })
      })

      it('done, whether heard at once or by asking', async () => {
        expect(await answered('refund', 'refund done')).toEqual(done())
        expect(await answered('queryRefund', 'refund done')).toEqual(done())
      })

      it('not known: it may be sent again', async () => {
        expect(await answered('queryRefund', 'refund not known')).toMatchObject({ kind: 'absent' })
      })

      it('repeats number and amount in the same words', async () => {
        await answered('refund', 'outcome unknown')
        await answered('refund', 'refund done')
        const [first, second] = stage.sent()
        expect(second).toBe(first)
        expect(first).toContain(REFUND)
      })

      it('says who must help: nobody yet, us, or an operator', async () => {
        const unknown = await answered('refund', 'outcome unknown')
        expect(unknown).toMatchObject({ kind: 'unavailable' })
        expect(unknown).not.toHaveProperty('needsRepair')
        expect(await answered('refund', 'no balance')).toMatchObject({ kind: 'unavailable', needsRepair: true })
        const refused = { kind: 'rejected', code: expect.stringMatching(/^[\w.]+$/) }
        expect(await answered('refund', 'refused for good')).toEqual(refused)
      })
    })

    describe('an answer that must not be believed', () => {
      it.each(faults)('%s: nothing is known', async (fault) => {
        for (const call of names) {
          stage.spoils(calls[call].good, fault)
          const answer = await calls[call].call(stage)
          expect({ call, ...answer }).toMatchObject({ call, kind: 'unavailable', code: expect.stringMatching(/^\w+$/) })
        }
      })

      it('late: nothing is known', async () => {
        stage.spoils('refund accepted', 'late')
        expect(await calls.refund.call(stage)).toEqual({ kind: 'unavailable', code: 'timeout' })
      })

      it('about another order or refund: nothing is known', async () => {
        for (const call of ['query', 'refund', 'queryRefund'] as const) {
          expect({ call, ...(await answered(call, 'about another order')) }).toMatchObject({
            call,
            kind: 'unavailable',
          })
        }
      })

      it('costs one call each', async () => {
        for (const call of names) {
          stage.sent()
          await answered(call, 'outcome unknown')
          expect(stage.sent()).toHaveLength(1)
        }
      })
    })

    describe('notifications', () => {
      const read = (notice: Notice): Notification => {
        const { headers, body } = stage.tells(notice)
        return stage.provider.readNotification(headers, body, stage.now)
      }

      it('a payment is the fact that a query finds, however often it is told', async () => {
        const { headers, body } = stage.tells('paid')
        for (let time = 0; time < 3; time++) {
          const payment = { kind: 'payment', fact: fact() }
          expect(stage.provider.readNotification(headers, body, stage.now)).toEqual(payment)
        }
        expect(stage.sent()).toEqual([])
      })

      it('P7 a refund names order and refund, is no payment, and is done only if it says how much', () => {
        const notice = read('refunded')
        expect(notice).toMatchObject({ kind: 'refund', outTradeNo: ORDER, outRefundNo: REFUND })
        const done = { kind: 'succeeded', refundFen: BACK_FEN, succeededAt: expect.any(Number) }
        expect([{ kind: 'processing' }, done]).toContainEqual('state' in notice && notice.state)
      })

      it('what is of no interest is not refused', () => {
        expect(read('of no interest')).toEqual({ kind: 'other', eventType: expect.any(String) })
      })

      it("another merchant's is refused", () => {
        expect(read("another merchant's")).toMatchObject({ kind: 'refused' })
      })

      it.each(['changed', 'unsigned', 'signed by the merchant'] as const)('%s: refused as forged', (notice) => {
        expect(read(notice)).toEqual({ kind: 'refused', code: 'signature_invalid' })
      })

      it('empty, cut, or the headers of another: refused', () => {
        const { headers, body } = stage.tells('paid')
        const other = stage.tells('refunded')
        const mixed = [
          { headers: {}, body: Buffer.alloc(0) },
          { headers, body: Buffer.alloc(0) },
          { headers, body: body.subarray(0, -1) },
          { headers: { ...headers, ...other.headers }, body: Buffer.concat([body, other.body]) },
        ]
        for (const told of mixed) {
          expect(stage.provider.readNotification(told.headers, told.body, stage.now)).toMatchObject({ kind: 'refused' })
        }
      })
    })
  })
}
