import { describe, expect, it } from 'vitest'
import { settlingMeetings } from './settling-meetings.ts'
import { tried } from './settling-run.ts'

describe('P16 M7 a difference is settled, wherever two can meet and wherever one can die', () => {
  it.each(settlingMeetings)('$name', async (meeting) => {
    const { runs, violations } = await tried(meeting)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(20)
  })
})
