import { describe, expect, it } from 'vitest'
import { documentMeetings, tried } from './documents-meetings.ts'

describe('X1 P6 identity cards, their photos and their checks, wherever two can meet and wherever one can die', () => {
  it.each(documentMeetings)('$name', async (meeting) => {
    const { runs, violations } = await tried(meeting)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(15)
  })
})
