import { describe, expect, it } from 'vitest'
import { tried } from '../review/review-run.ts'
import { papersMeetings } from './papers-meetings.ts'

describe('P10 papers that people look at, wherever two can meet and wherever one can die', () => {
  it.each(papersMeetings)('$name', async (meeting) => {
    const { runs, violations } = await tried(meeting)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(15)
  })
})
