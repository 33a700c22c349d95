import { describe, expect, it } from 'vitest'
import { tried } from '../review/review-run.ts'
import { proofingMeetings } from './proofing-meetings.ts'

describe('P11 a verification that was not me, wherever two can meet and wherever one can die', () => {
  it.each(proofingMeetings)('$name', async (meeting) => {
    const { runs, violations } = await tried(meeting)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(15)
  })
})
