import { describe, expect, it } from 'vitest'
import { tally } from '../../../functions/analytics/counts/counts.ts'
import { countCalls } from '../../../functions/analytics/sources/call-counts.ts'
import { countComplaint } from '../../../functions/analytics/sources/complaint-counts.ts'
import { countFace } from '../../../functions/analytics/sources/face-counts.ts'
import type { Complaint } from '../../../functions/complaints/complaint.ts'
import { complaintOf, complaintOpened } from '../../../functions/complaints/complaint-store.ts'
import { HOUR } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const counted = (check: Parameters<typeof countCalls>[1]) => {
  const one = tally()
  countCalls(one, check)
  return one.counts()
}

const UNTIL = { until: NOON }

describe('M8 calls of vendors', () => {
  it('count by what was answered, and how long that took', () => {
    expect(counted({ status: 'done', vendor: 'v', answer: 'match', ms: 400 })).toEqual({
      'calls|v|order|match': 1,
      'call_ms|v|22': 1,
    })
    expect(counted({ status: 'done', vendor: 'v', answer: 'mismatch', look: 'l' })).toEqual({
      'calls|v|look|mismatch': 1,
    })
  })

  it('whose end nobody heard of are unknown, and those being made are not counted yet', () => {
    expect(counted({ status: 'unknown', vendor: 'v' })).toEqual({ 'calls|v|order|unknown': 1 })
    expect(counted({ status: 'calling', vendor: 'v', passes: { w: { ...UNTIL, count: 1, undone: 1 } } })).toEqual({})
  })

  it('that were refused say why', () => {
    expect(counted({ status: 'done', vendor: 'v', answer: 'refused', because: 'vendor_daily_limit' })).toEqual({
      'calls|v|order|refused': 1,
      'calls_refused|v|vendor_daily_limit': 1,
    })
  })

  it('that were given back count with the check: what was not executed, and what was refused', () => {
    const passes = {
      v: { ...UNTIL, count: 2, undone: 3 },
      w: { ...UNTIL, count: 0, because: 'data_unsupported', refused: true },
      // Found out for somebody else: nobody was called.
      x: { ...UNTIL, count: 0, because: 'number_segment_unsupported' },
    } as const
    expect(counted({ status: 'unknown', passes })).toEqual({
      'calls|v|order|not_executed': 3,
      'calls|w|order|refused': 1,
      'calls_refused|w|data_unsupported': 1,
    })
  })
})

describe('M8 complaints in numbers', () => {
  const opened = complaintOf({ pk: '', sk: '', ...complaintOpened('wechat_pay', 'c', NOON).item })
  const ofComplaint = (more: Partial<Complaint>) => {
    const one = tally()
    countComplaint(one, { ...opened, ...more }, { replyMs: 24 * HOUR })
    return one.counts()
  }

  it('are answered in time up to the last moment, and late after it', () => {
    expect(ofComplaint({})).toEqual({ 'complaints_opened|wechat_pay': 1 })
    const answered = (after: number) => ofComplaint({ status: 'replied', answeredAt: NOON + after })
    expect(answered(24 * HOUR)).toMatchObject({ 'complaints_answered|wechat_pay|in_time': 1 })
    expect(answered(24 * HOUR + 1)).toMatchObject({ 'complaints_answered|wechat_pay|late': 1 })
  })

  it('say how they ended, and which were malicious', () => {
    expect(ofComplaint({ status: 'forced', maliciousAt: NOON })).toMatchObject({
      'complaints_ended|wechat_pay|forced': 1,
      'complaints_malicious|wechat_pay': 1,
    })
  })
})

describe('M8 confirmations by face in numbers', () => {
  it('say why they did not confirm, and of those that did how long they took', () => {
    const one = tally()
    countFace(one, { vendor: 'tencent_cloud', status: 'failed', reason: 'other_face', ms: 1 })
    countFace(one, { vendor: 'tencent_cloud', status: 'confirmed', ms: 4000 })
    expect(one.counts()).toEqual({
      'faces_ended|tencent_cloud|failed|other_face': 1,
      'faces_ended|tencent_cloud|confirmed|none': 1,
      'face_ms|tencent_cloud|35': 1,
    })
  })
})
