import { describe, expect, it } from 'vitest'
import { completeComplaint, replyToComplaint } from '../../../functions/complaints/answering/answer-complaint.ts'
import { followComplaint } from '../../../functions/complaints/following/follow-complaint.ts'
import { readComplaint } from '../../../functions/complaints/read-complaints.ts'
import { giveBack } from '../../../functions/payment/refunds/give-back.ts'
import { HOUR, MINUTE, rfc3339 } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import { cost, person } from '../../world.ts'
import {
  audit,
  type ComplaintWorld,
  complained,
  complainedOf,
  complaintAt,
  complaintWorld,
  followed,
  notified,
  OPERATOR,
  passes,
  rang,
} from '../fixture.ts'

const reason = '按证据回复'

const reply = (at: ComplaintWorld, named: { channel: string; id: string }, text?: string) =>
  replyToComplaint(at, OPERATOR, { ...named, reason, ...(text && { text }) })

const complete = (at: ComplaintWorld, named: { channel: string; id: string }) =>
  completeComplaint(at, OPERATOR, { ...named, reason: '已处理' })

const answered = async (at: ComplaintWorld) => {
  const of = await complainedOf(at)
  valueIn(await reply(at, of.named))
  return of
}

describe('P12 reply to a complaint happy', () => {
  it('M7 with what the evidence says, audited in the commit that asks for it', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at, { who: person('mismatch') })
    const { value } = await cost(at, () => reply(at, named))
    expect(valueIn(value)).toMatchObject({ status: 'replied', answers: [{ operatorId: 'ling' }] })
    expect(at.counter.said).toEqual([
      { id, text: expect.stringMatching(/^您好，您于2026-11-20 .*结果为不一致。.*不予退还。$/) },
    ])
    expect(complaintAt(at, id)).toMatchObject({ status: 'replied', lastReply: { text: at.counter.said[0]?.text } })
    expect(complaintAt(at, id)).not.toHaveProperty('pending')
    expect(audit(at)).toEqual([
      {
        subject: `complaint:wechat_pay:${id}`,
        by: { kind: 'operator_key', id: 'ling' },
        action: 'complaint_reply',
        reason,
      },
    ])
  })

  it('with a text of their own', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    valueIn(await reply(at, named, '您好，请补充情况。'))
    expect(at.counter.said).toEqual([{ id, text: '您好，请补充情况。' }])
  })

  it('with a further text though nobody waits', async () => {
    const at = complaintWorld()
    const { named } = await answered(at)
    valueIn(await reply(at, named, '补充说明。'))
    expect(at.counter.said).toHaveLength(2)
  })

  it('again when the payer has written again, also in the same words', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    at.counter.payerWrites(id)
    await notified(at, id, 'CONTINUE_COMPLAINT')
    await followed(at)
    const [{ text = '' } = {}] = at.counter.said
    valueIn(await reply(at, named, text))
    expect(at.counter.said).toHaveLength(2)
    expect(complaintAt(at, id)).toMatchObject({ status: 'replied' })
  })
})

describe('P12 complete a complaint happy', () => {
  it('once it is answered', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    expect(valueIn(await complete(at, named))).toMatchObject({ status: 'completed' })
    expect(complaintAt(at, id)).toMatchObject({ status: 'completed', completedAt: at.time.now })
    expect(complaintAt(at, id)).not.toHaveProperty('dueAt')
    expect(audit(at).map(({ action }) => action)).toEqual(['complaint_reply', 'complaint_complete'])
  })
})

describe('P12 answer a complaint refused', () => {
  it('that nobody has heard of', async () => {
    const at = complaintWorld()
    for (const named of [
      { channel: 'wechat_pay', id: '404' },
      { channel: 'alipay', id: '1' },
      { channel: 'bank', id: '1' },
      { channel: 'wechat_pay', id: '../x' },
    ]) {
      expect(codeOf(await reply(at, named, 'x'))).toBe('not_found')
      expect(codeOf(await complete(at, named))).toBe('not_found')
    }
    expect(at.table.items()).toEqual([])
  })

  it('without a text where the evidence has none', async () => {
    const at = complaintWorld()
    const id = await complained(at, { outTradeNo: 'another-shop' })
    const outcome = await reply(at, { channel: 'wechat_pay', id })
    expect(outcome).toMatchObject({ refusal: { fields: [{ pointer: '/text', code: 'complaint_reply_needed' }] } })
    expect(at.counter.said).toEqual([])
    expect(codeOf(await reply(at, { channel: 'wechat_pay', id }, '不是本店订单'))).toBe('ok')
  })

  it('without a text where the payer has read just that and wrote again', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    at.counter.payerWrites(id)
    await notified(at, id, 'CONTINUE_COMPLAINT')
    await followed(at)
    expect(await reply(at, named)).toMatchObject({ refusal: { fields: [{ code: 'complaint_reply_needed' }] } })
    expect(at.counter.said).toHaveLength(1)
  })

  it('that somebody answered since it was read: told what was said, and nothing is sent', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    const { version: seen } = valueIn(await readComplaint(at, named)).talk
    const answer = (operatorId: string, text: string) =>
      replyToComplaint(at, { operatorId }, { ...named, reason, text, seen })
    valueIn(await answer('sue', '已退回，请查收。'))
    expect(await answer('mia', '请补充情况。')).toMatchObject({
      refusal: {
        code: 'complaint_went_on',
        extra: { answer: '已退回，请查收。', answeredBy: 'sue', answeredAt: rfc3339(at.time.now) },
      },
    })
    expect(at.counter.said.map(({ text }) => text)).toEqual(['已退回，请查收。'])
    // A second click on what was sent does nothing.
    valueIn(await answer('sue', '已退回，请查收。'))
    expect(at.counter.said).toHaveLength(1)
  })

  it('from two tabs at once: one is sent, the other is told', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    const { version: seen } = valueIn(await readComplaint(at, named)).talk
    const outcomes = await Promise.all(
      ['甲。', '乙。'].map((text) => replyToComplaint(at, OPERATOR, { ...named, reason, text, seen })),
    )
    expect(at.counter.said).toHaveLength(1)
    expect(outcomes.map(codeOf).toSorted()).toEqual([
      expect.stringMatching(/^complaint_(?:went_on|deed_pending)$/),
      'ok',
    ])
  })

  it('whose payer wrote again since it was read, also to end it', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    const { version: seen } = valueIn(await readComplaint(at, named)).talk
    at.counter.payerWrites(id)
    const input = { ...named, reason, seen }
    expect(codeOf(await replyToComplaint(at, OPERATOR, { ...input, text: '补充说明。' }))).toBe('complaint_went_on')
    expect(codeOf(await completeComplaint(at, OPERATOR, input))).toBe('complaint_went_on')
    expect(at.counter.said).toHaveLength(1)
    expect(at.counter.count('complete')).toBe(0)
  })

  it('by our own answers alone while the channel cannot be asked for the talk', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    at.counter.script.history.push(() => ({ kind: 'unavailable', code: 'timeout' }))
    const { version: seen } = valueIn(await readComplaint(at, named)).talk
    valueIn(await replyToComplaint(at, OPERATOR, { ...named, reason, text: '甲。', seen }))
    at.counter.script.history.push(() => ({ kind: 'unavailable', code: 'timeout' }))
    expect(codeOf(await replyToComplaint(at, OPERATOR, { ...named, reason, text: '乙。', seen }))).toBe(
      'complaint_went_on',
    )
  })

  it('that is over at the channel, which nobody has told us: nothing is said to have been said', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.counter.happens(id, { state: 'processed', awaitsReply: false })
    expect(codeOf(await reply(at, named))).toBe('complaint_over')
    expect(at.counter.said).toEqual([])
    expect(complaintAt(at, id)).toMatchObject({ status: 'withdrawn', answers: [] })
  })

  it('that was answered on the channel’s site, which nobody has told us', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.counter.happens(id, { state: 'processing', awaitsReply: false })
    expect(codeOf(await reply(at, named))).toBe('complaint_went_on')
    expect(at.counter.said).toEqual([])
    expect(complaintAt(at, id)).toMatchObject({ status: 'replied', answers: [] })
  })

  it('to be ended while the payer waits, which nobody has told us', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    at.counter.payerWrites(id)
    expect(codeOf(await complete(at, named))).toBe('complaint_not_answered')
    expect(at.counter.count('complete')).toBe(0)
    expect(complaintAt(at, id)).toMatchObject({ status: 'open', refusal: { deed: 'complete' } })
  })

  it('that is over', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.counter.happens(id, { state: 'processed', awaitsReply: false })
    await passes(at, HOUR)
    expect(codeOf(await reply(at, named))).toBe('complaint_over')
    expect(codeOf(await complete(at, named))).toBe('ok')
    expect(audit(at)).toEqual([])
  })

  it('to be ended before it is answered', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    expect(codeOf(await complete(at, named))).toBe('complaint_not_answered')
    expect(at.counter.count('complete')).toBe(0)
  })

  it('by the channel: told with its code, kept on the complaint, and not repeated', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.counter.script.reply.push(() => ({ kind: 'rejected', code: 'PARAM_ERROR' }))
    expect(await reply(at, named)).toMatchObject({
      refusal: { code: 'complaint_refused_by_channel', extra: { channelCode: 'PARAM_ERROR' } },
    })
    expect(complaintAt(at, id)).toMatchObject({ status: 'open', refusal: { deed: 'reply', code: 'PARAM_ERROR' } })
    await passes(at, 3 * HOUR)
    expect(at.counter.count('reply')).toBe(1)
    expect(codeOf(await reply(at, named))).toBe('ok')
    expect(complaintAt(at, id)).not.toHaveProperty('refusal')
  })

  it('while an earlier answer is on its way', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    at.counter.script.reply.push(() => ({ kind: 'unavailable', code: 'timeout' }))
    expect(valueIn(await reply(at, named, '第一条'))).toMatchObject({ pending: { kind: 'reply', text: '第一条' } })
    expect(codeOf(await reply(at, named, '第二条'))).toBe('complaint_deed_pending')
    expect(codeOf(await complete(at, named))).toBe('complaint_deed_pending')
    expect(codeOf(await reply(at, named, '第一条'))).toBe('ok')
    expect(at.counter.count('reply')).toBe(1)
  })
})

describe('P12 answer a complaint hostile', () => {
  it('second clicks do nothing', async () => {
    const at = complaintWorld()
    const { named } = await answered(at)
    expect(codeOf(await reply(at, named))).toBe('ok')
    valueIn(await complete(at, named))
    expect(codeOf(await complete(at, named))).toBe('ok')
    expect(at.counter.count('reply')).toBe(1)
    expect(at.counter.count('complete')).toBe(1)
    expect(audit(at)).toHaveLength(2)
  })

  it('a second click does nothing though the evidence reads differently by then', async () => {
    const at = complaintWorld()
    const { named, order } = await complainedOf(at, { who: person('no_record') })
    valueIn(await reply(at, named))
    expect(at.counter.said[0]?.text).toContain('将自动退回')
    await giveBack(at, `${order.id}.${order.id}v`)
    at.channel.finishes(`${order.id}v1`)
    at.time.now += HOUR
    await giveBack(at, `${order.id}.${order.id}v`)
    expect(codeOf(await reply(at, named))).toBe('ok')
    expect(at.counter.said).toHaveLength(1)
  })

  it('clicks at the same moment say it once', async () => {
    const at = complaintWorld()
    const { named } = await complainedOf(at)
    const codes = (await Promise.all(Array.from({ length: 5 }, () => reply(at, named)))).map(codeOf)
    expect(codes).toEqual(Array(5).fill('ok'))
    expect(at.counter.said).toHaveLength(1)
    expect(audit(at)).toHaveLength(1)
  })

  it("the channel's notification of our own answer, while it is being written down, loses nothing", async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.counter.script.reply.push(async (honest) => {
      const done = honest()
      await notified(at, id, 'MERCHANT_RESPONSE')
      return done
    })
    expect(valueIn(await reply(at, named))).toMatchObject({ status: 'replied' })
    expect(complaintAt(at, id)).toMatchObject({ status: 'replied', lastReply: {}, dueAt: at.time.now + MINUTE })
    expect(complaintAt(at, id)).not.toHaveProperty('pending')
    await passes(at, 5 * MINUTE, MINUTE)
    expect(at.counter.said).toHaveLength(1)
  })

  it('an answer that could not be sent is repeated until it is', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.counter.script.reply.push(...Array(3).fill(() => ({ kind: 'unavailable', code: 'timeout' })))
    expect(valueIn(await reply(at, named))).toMatchObject({ status: 'open', pending: { kind: 'reply' } })
    await passes(at, 10 * MINUTE, MINUTE)
    expect(at.counter.said).toHaveLength(1)
    expect(complaintAt(at, id)).toMatchObject({ status: 'replied', lastReply: { operatorId: 'ling' } })
  })

  it('an answer that arrived although nobody heard so is not sent again', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.counter.script.reply.push((honest) => {
      honest()
      return { kind: 'unavailable', code: 'timeout' }
    })
    await reply(at, named)
    await passes(at, 10 * MINUTE, MINUTE)
    expect(at.counter.said).toHaveLength(1)
    expect(complaintAt(at, id)).toMatchObject({ status: 'replied', lastReply: {} })
  })

  it('an answer that arrived although nobody heard so is not sent again where the payer wrote since', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.counter.script.reply.push((honest) => {
      honest()
      return { kind: 'unavailable', code: 'timeout' }
    })
    await reply(at, named)
    at.counter.payerWrites(id)
    await passes(at, 10 * MINUTE, MINUTE)
    expect(at.counter.said).toHaveLength(1)
    expect(complaintAt(at, id)).toMatchObject({ status: 'open', lastReply: { operatorId: 'ling' } })
  })

  it('an end that arrived although nobody heard so is not asked for again where the payer went on since', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    at.counter.script.complete.push((honest) => {
      honest()
      return { kind: 'unavailable', code: 'timeout' }
    })
    await complete(at, named)
    at.counter.payerWrites(id)
    await passes(at, 10 * MINUTE, MINUTE)
    expect(at.counter.count('complete')).toBe(1)
    expect(complaintAt(at, id)).toMatchObject({ status: 'open', refusal: { code: 'complaint_not_answered' } })
    expect(rang(at)).toContain('complaint_deed_refused')
  })

  it('an end that arrived although nobody heard so is not asked for again', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    at.counter.script.complete.push((honest) => {
      honest()
      return { kind: 'unavailable', code: 'timeout' }
    })
    await complete(at, named)
    await passes(at, 10 * MINUTE, MINUTE)
    expect(at.counter.count('complete')).toBe(1)
    expect(complaintAt(at, id)).toMatchObject({ status: 'completed' })
  })

  it('a further text nobody waits for is never sent twice: it says that it may have arrived', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    at.counter.script.reply.push((honest) => {
      honest()
      return { kind: 'unavailable', code: 'timeout' }
    })
    expect(codeOf(await reply(at, named, '补充说明。'))).toBe('complaint_reply_unconfirmed')
    await passes(at, HOUR, MINUTE)
    expect(at.counter.said).toHaveLength(2)
    expect(complaintAt(at, id)).toMatchObject({ refusal: { code: 'result_unknown' } })
  })

  it('a further text whose sender died is not sent by anybody else', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    at.counter.script.reply.push(() => {
      throw new Error('killed')
    })
    await expect(reply(at, named, '补充说明。')).rejects.toThrow('killed')
    await passes(at, 5 * MINUTE, MINUTE)
    expect(at.counter.said).toHaveLength(1)
    expect(complaintAt(at, id)).toMatchObject({ refusal: { deed: 'reply', code: 'result_unknown' } })
  })

  it('what ended while the operator was deciding is not answered any more', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    let isFirst = true
    const commit: typeof at.table.commit = async (writes) => {
      if (isFirst) {
        isFirst = false
        at.counter.happens(id, { state: 'processed', awaitsReply: false })
        await notified(at, id, 'CREATE_COMPLAINT')
        expect(await followed(at)).toEqual(['withdrawn'])
      }
      return at.table.commit(writes)
    }
    expect(codeOf(await reply({ ...at, table: { ...at.table, commit } }, named))).toBe('complaint_over')
    expect(at.counter.count('reply')).toBe(0)
    expect(audit(at)).toEqual([])
  })

  it.each(['before', 'after'])(
    'an operator’s function that died %s the channel was asked is made up for',
    async (when) => {
      const at = complaintWorld()
      const { id, named } = await complainedOf(at)
      at.counter.script.reply.push((honest) => {
        if (when === 'after') honest()
        throw new Error('killed')
      })
      await expect(reply(at, named)).rejects.toThrow('killed')
      expect(complaintAt(at, id)).toMatchObject({ pending: { kind: 'reply' } })
      await passes(at, 5 * MINUTE, MINUTE)
      expect(at.counter.said).toHaveLength(1)
      expect(complaintAt(at, id)).toMatchObject({ status: 'replied' })
      expect(audit(at)).toHaveLength(1)
    },
  )

  it('a refusal that only the worker heard rings', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.counter.script.reply.push(
      () => ({ kind: 'unavailable', code: 'timeout' }),
      () => ({ kind: 'rejected', code: 'INVALID_REQUEST' }),
    )
    await reply(at, named)
    await passes(at, 3 * MINUTE, MINUTE)
    expect(rang(at)).toContain('complaint_deed_refused')
    expect(complaintAt(at, id)).toMatchObject({ refusal: { code: 'INVALID_REQUEST' } })
    expect(complaintAt(at, id)).not.toHaveProperty('pending')
  })

  it('a refusal rings before it is written, so that nobody who dies then keeps it to themselves', async () => {
    const at = complaintWorld()
    const { id, named } = await answered(at)
    at.counter.script.reply.push(() => {
      throw new Error('killed')
    })
    await expect(reply(at, named, '补充说明。')).rejects.toThrow('killed')
    at.time.now += MINUTE
    const commit: typeof at.table.commit = async (writes) => {
      await at.table.commit(writes)
      throw new Error('killed')
    }
    const dying = { ...at, table: { ...at.table, commit } }
    await expect(followComplaint(dying, `wechat_pay#${id}`)).rejects.toThrow('killed')
    expect(complaintAt(at, id)).toMatchObject({ refusal: { code: 'result_unknown' } })
    expect(rang(at)).toContain('complaint_deed_refused')
  })

  it('waits while the worker is at it', async () => {
    const at = complaintWorld()
    const { id, named } = await complainedOf(at)
    at.time.now += HOUR
    let meanwhile = ''
    at.counter.script.detail.push(async (honest) => {
      meanwhile = codeOf(await reply(at, named))
      return honest()
    })
    at.queue.sent.push({ kind: 'complaint', id: `wechat_pay#${id}` })
    await followed(at)
    expect(meanwhile).toBe('contended')
    expect(codeOf(await reply(at, named))).toBe('ok')
  })
})
