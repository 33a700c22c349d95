import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Complaint } from '../../../functions/complaints/complaint.ts'
import { deadlinesOf, nextLookAt, ringing } from '../../../functions/complaints/following/deadlines.ts'
import { HOUR, MINUTE } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'

const limits = { replyMs: 24 * HOUR, completeMs: 72 * HOUR }

const open: Complaint = {
  channel: 'wechat_pay',
  complaintId: '1',
  status: 'open',
  openedAt: NOON,
  roundAt: NOON,
  waitingSince: NOON,
  followUps: 1,
  fullyRefunded: false,
  orders: [],
  rung: [],
  answers: [],
  changes: 0,
}

const replied: Complaint = { ...open, status: 'replied', waitingSince: undefined }

const words = (complaint: Complaint, now: number): string[] =>
  ringing(complaint, limits, now).rings.map(({ duty, word }) => `${duty} ${word}`)

describe('P12 deadlines of a complaint', () => {
  it('are a day for the answer and three for the end, by the setting', () => {
    expect(deadlinesOf(open, limits)).toEqual({ reply: NOON + 24 * HOUR, complete: NOON + 72 * HOUR })
    expect(deadlinesOf(replied, limits)).toEqual({ complete: NOON + 72 * HOUR })
    expect(deadlinesOf({ ...replied, status: 'completed' }, limits)).toEqual({})
  })

  it.each([
    [12 * HOUR - 1, []],
    [12 * HOUR, ['reply half']],
    [20 * HOUR - 1, ['reply half']],
    [20 * HOUR, ['reply late']],
    [24 * HOUR, ['reply missed']],
    [36 * HOUR, ['reply missed', 'complete half']],
    [60 * HOUR, ['reply missed', 'complete late']],
    [72 * HOUR, ['reply missed', 'complete missed']],
  ])('ring %d ms after the opening: %j, if nothing has rung yet', (after, expected) => {
    expect(words(open, NOON + after)).toEqual(expected)
  })

  it('are never rung a moment late, whatever the setting', () => {
    const odd = { replyMs: 7, completeMs: 72 * HOUR }
    const at = (after: number) => ringing(open, odd, NOON + after).rings.map(({ word }) => word)
    expect([2, 3, 4, 5, 6, 7].map((after) => at(after)[0])).toEqual([
      undefined,
      'half',
      'half',
      'late',
      'late',
      'missed',
    ])
    expect(nextLookAt(open, limits, NOON + 12 * HOUR, 2 * HOUR)).toBe(NOON + 14 * HOUR)
    expect(nextLookAt(open, limits, NOON + 12 * HOUR - 1, 2 * HOUR)).toBe(NOON + 12 * HOUR)
  })

  it('stop for the answer once the payer has it', () => {
    expect(words(replied, NOON + 40 * HOUR)).toEqual(['complete half'])
    expect(words({ ...replied, status: 'withdrawn' }, NOON + 99 * HOUR)).toEqual([])
  })

  it('begin again for a new message, and for a new round', () => {
    const { rung } = ringing(open, limits, NOON + 24 * HOUR)
    const again = { ...open, waitingSince: NOON + 25 * HOUR, rung }
    expect(words(again, NOON + 26 * HOUR)).toEqual([])
    expect(words(again, NOON + 37 * HOUR)).toEqual(['reply half', 'complete half'])
    expect(ringing(again, limits, NOON + 37 * HOUR).rung.every((name) => !name.endsWith(`reply_half@${NOON}`))).toBe(
      true,
    )
  })

  it('keep what else has rung', () => {
    expect(ringing({ ...open, rung: ['complaint_for_operator'] }, limits, NOON).rung).toEqual([
      'complaint_for_operator',
    ])
  })
})

describe('P12 alarms, whenever somebody looks', () => {
  it('each rings at most once, and the last of a duty always', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 * 60 }), { maxLength: 30 }), (minutes) => {
        let complaint = open
        const rang: string[] = []
        for (const minute of [...minutes, 100 * 60].toSorted((a, b) => a - b)) {
          const { rings, rung } = ringing(complaint, limits, NOON + minute * MINUTE)
          rang.push(...rings.map(({ name }) => name))
          complaint = { ...complaint, rung }
        }
        expect(new Set(rang).size).toBe(rang.length)
        expect(rang).toEqual(expect.arrayContaining([`reply_missed@${NOON}`, `complete_missed@${NOON}`]))
      }),
    )
  })

  it('are never slept through: the next look is no later than the next alarm, and always in the future', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 * 60 }), fc.integer({ min: 1, max: 10 * 60 }), (minute, pause) => {
        const now = NOON + minute * MINUTE
        const at = nextLookAt(open, limits, now, pause * MINUTE)
        expect(at).toBeGreaterThan(now)
        expect(at).toBeLessThanOrEqual(now + pause * MINUTE)
        for (const hours of [12, 20, 24, 36, 60, 72]) {
          const alarmAt = NOON + hours * HOUR
          if (alarmAt > now) expect(at).toBeLessThanOrEqual(alarmAt)
        }
      }),
    )
  })
})
