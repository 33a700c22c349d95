import { describe, expect, it } from 'vitest'
import { cardMeetings, tried } from './cards-meetings.ts'

describe('X2 P6 cards and the checks that the platform pays for, wherever two can meet and wherever one can die', () => {
  it.each(cardMeetings)('$name', async (meeting) => {
    const { runs, violations } = await tried(meeting)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(15)
  })
})
