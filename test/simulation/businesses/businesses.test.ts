import { describe, expect, it } from 'vitest'
import { businessMeetings } from './business-meetings.ts'
import { tried } from './business-run.ts'
import { clashMeetings } from './clash-meetings.ts'

describe('X5 X6 bindings and warnings, wherever two can meet and wherever one can die', () => {
  it.each([...businessMeetings, ...clashMeetings])('$name', async (meeting) => {
    const { runs, violations } = await tried(meeting)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(15)
  })
})
