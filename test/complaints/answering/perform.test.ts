import { describe, expect, it } from 'vitest'
import { afterPerformed, type Performed, perform } from '../../../functions/complaints/answering/perform.ts'
import type { Complaint, Deed } from '../../../functions/complaints/complaint.ts'
import type {
  ChannelComplaint,
  ComplaintDesk,
  ComplaintDone,
  TalkLine,
} from '../../../functions/complaints/complaint-desk.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const reply: Deed = { operatorId: 'o', at: NOON, kind: 'reply', text: '您好', answersPayer: true }
const further: Deed = { ...reply, answersPayer: false }
const complete: Deed = { operatorId: 'o', at: NOON, kind: 'complete' }

const told: ChannelComplaint = {
  ...{ channel: 'wechat_pay', complaintId: 'c', openedAt: NOON, text: '退钱', orders: [], problem: 'REFUND' },
  ...{ fullyRefunded: false, followUps: 1, state: 'processing', awaitsReply: false },
}

const said = (text: string, at: number): TalkLine => ({ at, by: 'merchant', event: 'answered', text })

type Desk = { now?: Partial<ChannelComplaint>; answer?: ComplaintDone; talk?: readonly TalkLine[]; isFirst?: boolean }

/** What becomes of a deed, and what is sent; without a talk the channel cannot be asked for it. */
const performing = async (deed: Deed | undefined, { now, answer = done, talk, isFirst = true }: Desk = {}) => {
  const sent: unknown[] = []
  const desk: ComplaintDesk = {
    channel: 'wechat_pay',
    history: async () => (talk ? { kind: 'history', lines: talk, total: talk.length } : unavailable),
    list: async () => ({ kind: 'page', complaints: [], total: 0 }),
    detail: async () => ({ kind: 'absent' }),
    reply: async (...call) => {
      sent.push(call)
      return answer
    },
    complete: async (...call) => {
      sent.push(call)
      return answer
    },
  }
  return [await perform(desk, { pending: deed, answers: [] }, { ...told, ...now }, isFirst), sent]
}

const done = { kind: 'done' } as const
const unavailable = { kind: 'unavailable', code: 'TIMEOUT' } as const
const waiting = { kind: 'waiting' }
const refused = (code: string) => ({ kind: 'refused', code })
const waits = { awaitsReply: true }
const over = { state: 'processed' } as const

describe('P12 what an operator asked for, at the channel', () => {
  it('is nothing where nothing was asked for', async () => {
    expect(await performing(undefined)).toEqual([{ kind: 'none' }, []])
  })

  it('is sent where it fits what the channel tells', async () => {
    for (const now of [{ state: 'pending' }, { state: 'pending', awaitsReply: true }, waits] as const)
      expect(await performing(reply, { now })).toEqual([done, [['c', '您好']]])
    for (const now of [{}, waits]) expect(await performing(further, { now })).toEqual([done, [['c', '您好']]])
    expect(await performing(complete)).toEqual([done, [['c']]])
  })

  it('is not sent where there is nothing to say or to end any more', async () => {
    expect(await performing(complete, { now: over })).toEqual([done, []])
    for (const deed of [reply, further])
      expect(await performing(deed, { now: over })).toEqual([refused('complaint_over'), []])
    expect(await performing(reply)).toEqual([refused('complaint_went_on'), []])
  })

  it('ends nothing whose payer waits for an answer, also on a second try', async () => {
    for (const isFirst of [true, false])
      for (const now of [{ state: 'pending' }, waits] as const)
        expect(await performing(complete, { now, isFirst })).toEqual([refused('complaint_not_answered'), []])
  })

  it('is tried again where no answer came, unless nobody could tell whether it arrived', async () => {
    expect(await performing(complete, { answer: unavailable })).toEqual([waiting, [['c']]])
    expect(await performing(reply, { now: waits, answer: unavailable })).toEqual([waiting, [['c', '您好']]])
    expect(await performing(further, { answer: unavailable })).toEqual([refused('result_unknown'), [['c', '您好']]])
    expect(await performing(complete, { answer: { kind: 'rejected', code: 'X' } })).toEqual([refused('X'), [['c']]])
  })
})

describe('P12 a reply that may have been sent', () => {
  const again = (desk: Desk, deed = reply) => performing(deed, { isFirst: false, ...desk })

  it('is not sent again where the talk has it, whether or not the payer wrote since', async () => {
    for (const now of [{}, waits, over]) expect(await again({ now, talk: [said('您好', NOON)] })).toEqual([done, []])
  })

  it('is sent where the talk has other words, or the same of before', async () => {
    for (const line of [said('再见', NOON), said('您好', NOON - HOUR)])
      expect(await again({ now: waits, talk: [line] })).toEqual([done, [['c', '您好']]])
  })

  it('waits while the channel cannot be asked for the talk', async () => {
    expect(await again({ now: waits })).toEqual([waiting, []])
  })

  it('is not sent where nobody waits for it any more', async () => {
    expect(await again({ talk: [said('再见', NOON)] })).toEqual([refused('result_unknown'), []])
    expect(await again({ now: over, talk: [] })).toEqual([refused('complaint_over'), []])
  })

  it('is not sent where nobody waited for it', async () => {
    for (const now of [{}, waits, over])
      expect(await again({ now, talk: [] }, further)).toEqual([refused('result_unknown'), []])
  })
})

describe('P12 an end that may have been reached', () => {
  const asked: Deed = { ...complete, followUps: 1 }

  it('is not asked for once more where the payer has gone on since, and was answered elsewhere', async () => {
    const now = { followUps: 2 }
    expect(await performing(asked, { now, isFirst: false })).toEqual([refused('complaint_went_on'), []])
    expect(await performing(asked, { now })).toEqual([done, [['c']]])
  })

  it('is where nobody has, or nobody knows', async () => {
    for (const deed of [asked, complete]) expect(await performing(deed, { isFirst: false })).toEqual([done, [['c']]])
    expect(await performing(complete, { now: { followUps: 2 }, isFirst: false })).toEqual([done, [['c']]])
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
