import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Unavailable } from '../../functions/payment/paying/provider.ts'
import { ringing } from '../../functions/vendors/account-alarm.ts'
import type { ChannelParts } from '../../functions/vendors/accounts.ts'
import { billSources } from '../../functions/vendors/bill-sources.ts'
import { complaintDesks } from '../../functions/vendors/complaint-desks.ts'
import { paymentProviders } from '../../functions/vendors/payment-channels.ts'
import { everyCall, refundAnswer, refundOf } from './wechat-pay/cases.ts'
import { answer, type Channel, config, merchantKeys, NOW, pem, refusal, startChannel } from './wechat-pay/channel.ts'

type Rung = { event: string; fields: Record<string, string | number> }

const listening = (answer: Unavailable | { kind: string }) => {
  const rung: Rung[] = []
  const target = { channel: 'alipay' as const, ask: async (_no: string) => answer, read: () => answer }
  const rings = ringing(target, 'alipay', (event, fields) => void rung.push({ event, fields }))
  return { rung, rings }
}

describe('an answer of a channel that only a person can mend', () => {
  it.each([
    [{ kind: 'unavailable', code: 'NOT_ENOUGH', needsRepair: true }, 'payment_channel_needs_repair'],
    [{ kind: 'unavailable', code: 'word_unknown:X', unknownWord: true }, 'payment_channel_word_unknown'],
  ] as const)('%j rings %s every time, and is handed on as it is', async (answer, event) => {
    const { rung, rings } = listening(answer)
    expect([await rings.ask('1'), await rings.ask('2')]).toEqual([answer, answer])
    expect(rung).toEqual(Array(2).fill({ event, fields: { channel: 'alipay', code: answer.code } }))
  })

  it.each([{ kind: 'unavailable', code: 'SYSTEM_ERROR' }, { kind: 'paid' }])('%j is quiet', async (answer) => {
    const { rung, rings } = listening(answer)
    expect([await rings.ask('1'), rings.read(), rings.channel]).toEqual([answer, answer, 'alipay'])
    expect(rung).toEqual([])
  })
})

let channel: Channel
beforeAll(async () => {
  channel = await startChannel()
})
afterAll(() => channel.stop())

const { baseUrl: _, ...account } = config
const secret = { ...account, merchantPrivateKey: pem(merchantKeys.privateKey) }

/** Everything that speaks to WeChat Pay, as functions make it, and what it rang. */
const deployed = async () => {
  const rung: Rung[] = []
  const parts: ChannelParts = {
    secret: (_variable, make) => async () => make(secret),
    env: (variable) => (variable === 'WECHAT_PAY_URL' ? channel.baseUrl : 'there'),
    limits: { connectMs: 5000, totalMs: 5000 },
    clock: { now: () => NOW },
    ids: { id: () => '', secret: () => 'nonce', below: () => 0 },
    alarm: (event, fields) => void rung.push({ event, fields }),
  }
  const provider = await paymentProviders(parts)('wechat_pay')
  const bills = await billSources(parts)('wechat_pay')
  const desk = await complaintDesks(parts)('wechat_pay')
  if (!bills) throw new Error('no bills')
  return { rung, made: { provider, bills, desk } }
}

describe('an account at a channel that needs repair', () => {
  it.each(everyCall)('rings at once by whichever call it is met: $name', async ({ call }) => {
    const { rung, made } = await deployed()
    channel.reacts(refusal(403, 'NO_AUTH'))
    expect(await call(made)).toMatchObject({ kind: 'unavailable', code: 'NO_AUTH' })
    expect(rung).toEqual([
      { event: 'payment_channel_needs_repair', fields: { channel: 'wechat_pay', code: 'NO_AUTH' } },
    ])
  })

  it('a word nobody knows rings, too', async () => {
    const { rung, made } = await deployed()
    channel.reacts(answer({ ...refundAnswer, status: 'HELD' }))
    await made.provider.refund(refundOf())
    expect(rung).toEqual([
      { event: 'payment_channel_word_unknown', fields: { channel: 'wechat_pay', code: 'word_unknown:HELD' } },
    ])
  })

  it('trouble that passes is quiet', async () => {
    const { rung, made } = await deployed()
    channel.reacts(refusal(500, 'SYSTEM_ERROR'))
    for (const { call } of everyCall) await call(made)
    expect(rung).toEqual([])
  })
})
