import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBalances, readLedger } from '../../functions/bookkeeping/ledger/read-ledger.ts'
import { importStatement } from '../../functions/bookkeeping/statements/import-statement.ts'
import { listProposals } from '../../functions/operators/proposals/list-proposals.ts'
import { readWholeOrder } from '../../functions/overview/whole-order/read-whole-order.ts'
import { paymentReceived } from '../../functions/payment/ledger/ledger.ts'
import { booked } from '../../functions/payment/ledger/ledger-store.ts'
import { actOnRefund } from '../../functions/payment/refunds/act-on-refund.ts'
import { readRefunds } from '../../functions/payment/refunds/read-refunds.ts'
import { beijingDay, DAY, rfc3339 } from '../../shared/kernel/time.ts'
import { dynamoTable } from '../../shared/table/dynamodb.ts'
import { cursorOf } from '../../shared/table/list-cursor.ts'
import { codeOf, NOON, valueIn } from '../kit.ts'
import { approved, OPERATOR, owed, proposed, stuck } from '../operator.ts'
import { clientOn, createTable, dynoxide } from '../shared/table/dynoxide.ts'
import { drained, type World, world } from '../world.ts'

const today = beijingDay(NOON)

let database: Awaited<ReturnType<typeof dynoxide>>
beforeAll(async () => {
  database = await dynoxide()
})
afterAll(() => database.stop())

/** The world on the real wire protocol, whose index refuses places that are none of its keys. */
const onDynamoDb = async (): Promise<World> => {
  const client = clientOn(database.port)
  const name = randomUUID()
  await createTable(client, name)
  const real = dynamoTable({ client, name, token: randomUUID, pause: async () => {} })
  return { ...world({ vendorCost: { scripted: 3000 } }), table: { ...real, items: () => [] } }
}

describe('what operators see and do, on DynamoDB', () => {
  it('a ledger of several pages, each transaction once', async () => {
    const at = await onDynamoDb()
    const ids = Array.from({ length: 230 }, (_none, nth) => nth.toString(16).padStart(32, '0'))
    for (const [nth, id] of ids.entries())
      await at.table.commit([
        booked(id, paymentReceived({ channel: 'alipay', outTradeNo: id, paidFen: 1, at: NOON + (nth % 7) })),
      ])
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = valueIn(await readLedger(at, { day: today, limit: 100, cursor }))
      seen.push(...page.transactions.map(({ orderId }) => orderId))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen.toSorted()).toEqual(ids)
    expect(valueIn(await readBalances(at, { from: today, until: today }))).toMatchObject({
      transactions: 230,
      total: 0,
    })
  })

  it('a made-up cursor that fits is read like any other', async () => {
    const at = await onDynamoDb()
    const pk = `ORDER#${'1'.repeat(32)}`
    const cursor = cursorOf(JSON.stringify([NOON, pk, 'LEDGER#none']))
    expect(codeOf(await readLedger(at, { day: today, limit: 100, cursor }))).toBe('ok')
    const refunds = cursorOf(JSON.stringify([NOON, pk, 'REFUND#none']))
    expect(codeOf(await readRefunds(at, { which: 'operator', limit: 50, cursor: refunds }))).toBe('ok')
  })

  it('refunds enter and leave the lists of what waits for a person', async () => {
    const at = await onDynamoDb()
    const names = async (which: 'operator' | 'overdue') =>
      valueIn(await readRefunds(at, { which, limit: 50 })).refunds.map(({ outTradeNo }) => outTradeNo)
    const { order, name } = await stuck(at)
    expect(await names('operator')).toEqual([order.id])
    const deed = { orderId: order.id, name, reason: 'r' }
    expect(valueIn(await actOnRefund(at, OPERATOR, { ...deed, action: 'retry' })).status).toBe('due')
    expect(await names('operator')).toEqual([])
    at.time.now += DAY
    expect(await names('overdue')).toEqual([order.id])
    await drained(at)
    expect(await names('overdue')).toEqual([])
    const whole = valueIn(await readWholeOrder(at, order.id))
    expect(whole.refunds).toMatchObject([{ status: 'submitted', acceptedAt: at.time.now }])
  })

  it('a refund is paid by hand once, whoever approves it', async () => {
    const at = await onDynamoDb()
    const listed = async () =>
      valueIn(await listProposals(at, { status: 'approved', limit: 50 })).proposals.map(({ id }) => id)
    const { id } = valueIn(await proposed(at, await stuck(at, 'rejected')))
    const boss = { operatorId: 'boss', isPerson: true } as const
    const codes = (await Promise.all([approved(at, id), approved(at, id, boss)])).map(codeOf)
    expect(codes).toContain('ok')
    expect(await listed()).toEqual([id])
    const sheet = valueIn(await readBalances(at, { from: today, until: today }))
    expect(sheet.lines.find(({ account }) => account === 'bank')?.amount).toBe(-100)
  })

  it('a statement finds the calls of the day', async () => {
    const at = await onDynamoDb()
    await owed(at)
    at.time.now += DAY
    const csv = `requestId,calledAt,code,billed\nr-1,${rfc3339(NOON)},-6,yes`
    const file = { vendor: 'scripted', day: today, csv, reason: '' }
    expect(valueIn(await importStatement(at, OPERATOR, file)).counts).toMatchObject({ calls: 1, matched: 1 })
  })
})
