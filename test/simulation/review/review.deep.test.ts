import { describe, expect, it } from 'vitest'
import { reviewMeetings } from './review-meetings.ts'
import { tried } from './review-run.ts'

describe('P10 M8 a case that people decide, wherever two can meet and wherever one can die', () => {
  it.each(reviewMeetings)('$name', async (meeting) => {
    const { runs, violations } = await tried(meeting)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(15)
  })
})
