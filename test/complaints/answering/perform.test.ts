import { describe, expect, it } from 'vitest'
import { afterPerformed, type Performed, perform } from '../../../functions/complaints/answering/perform.ts'
import type { Complaint, Deed } from '../../../functions/complaints/complaint.ts'
import type { ChannelComplaint, ComplaintDesk, ComplaintDone } from '../../../functions/complaints/complaint-desk.ts'
import { NOON } from '../../kit.ts'

const reply: Deed = { operatorId: 'o', at: NOON, kind: 'reply', text: '您好', answersPayer: true }
const further: Deed = { ...reply, answersPayer: false }
const complete: Deed = { operatorId: 'o', at: NOON, kind: 'complete' }

const told: ChannelComplaint = {
  ...{ channel: 'wechat_pay', complaintId: 'c', openedAt: NOON, text: '退钱', orders: [], problem: 'REFUND' },
  ...{ fullyRefunded: false, followUps: 1, state: 'processing', awaitsReply: false },
}

const performing = async (
  deed: Deed | undefined,
  of: Partial<ChannelComplaint>,
  answer: ComplaintDone,
  isFirst = true,
) => {
  const asked: unknown[] = []
  const desk: ComplaintDesk = {
    channel: 'wechat_pay',
    history: async () => ({ kind: 'absent' }),
    list: async () => ({ kind: 'page', complaints: [], total: 0 }),
    detail: async () => ({ kind: 'absent' }),
    reply: async (...call) => {
      asked.push(call)
      return answer
    },
    complete: async (...call) => {
      asked.push(call)
      return answer
    },
  }
  return [await perform(desk, deed, { ...told, ...of }, isFirst), asked]
}

const done = { kind: 'done' } as const
const unavailable = { kind: 'unavailable', code: 'TIMEOUT' } as const
const lost = { kind: 'refused', code: 'result_unknown' }

describe('P12 what an operator asked for, at the channel', () => {
  it('is not asked for once more where the channel shows it as done, and nothing is where nothing was asked for', async () => {
    expect(await performing(undefined, {}, done)).toEqual([{ kind: 'none' }, []])
    expect(await performing(reply, {}, done)).toEqual([done, []])
    expect(await performing(complete, { state: 'processed' }, done)).toEqual([done, []])
  })

  it('is asked for where it shows nothing of it', async () => {
    for (const news of [{ state: 'pending' }, { state: 'pending', awaitsReply: true }, { awaitsReply: true }] as const)
      expect(await performing(reply, news, done)).toEqual([done, [['c', '您好']]])
    expect(await performing(further, {}, done)).toEqual([done, [['c', '您好']]])
    expect(await performing(complete, {}, done)).toEqual([done, [['c']]])
  })

  it('is tried again where no answer came, unless nobody could tell whether it arrived', async () => {
    expect(await performing(complete, {}, unavailable)).toEqual([{ kind: 'waiting' }, [['c']]])
    expect(await performing(reply, { awaitsReply: true }, unavailable)).toEqual([{ kind: 'waiting' }, [['c', '您好']]])
    expect(await performing(further, {}, unavailable)).toEqual([lost, [['c', '您好']]])
    expect(await performing(further, {}, done, false)).toEqual([lost, []])
    expect(await performing(complete, {}, { kind: 'rejected', code: 'X' })).toEqual([
      { kind: 'refused', code: 'X' },
      [['c']],
    ])
  })
})

describe('P12 what becomes of it', () => {
  const complaint: Complaint = {
    ...{ channel: 'wechat_pay', complaintId: 'c', status: 'open', openedAt: NOON, roundAt: NOON, changes: 0 },
    ...{ followUps: 1, fullyRefunded: false, orders: [], rung: [], answers: [] },
  }
  const became = (pending: Deed | undefined, performed: Performed) =>
    afterPerformed({ ...complaint, pending }, performed, NOON + 1)

  it('is kept with the complaint, and is pending no more', () => {
    const answer = { text: '您好', at: NOON + 1, operatorId: 'o' }
    expect(became(reply, { kind: 'done' })).toStrictEqual({ ...complaint, answers: [answer] })
    expect(became(complete, { kind: 'done' })).toStrictEqual({ ...complaint, completedAt: NOON + 1 })
    const refusal = { deed: 'reply', code: 'X', at: NOON + 1 }
    expect(became(reply, { kind: 'refused', code: 'X' })).toStrictEqual({ ...complaint, refusal })
  })

  it('is nothing while nothing was done, or where nothing was asked for', () => {
    for (const kind of ['none', 'waiting'] as const)
      expect(became(reply, { kind })).toEqual({ ...complaint, pending: reply })
    for (const kind of ['none', 'waiting', 'done'] as const) expect(became(undefined, { kind })).toEqual(complaint)
    expect(became(undefined, { kind: 'refused', code: 'X' })).toEqual(complaint)
  })
})
