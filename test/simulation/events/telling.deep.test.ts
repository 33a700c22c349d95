import { describe, expect, it } from 'vitest'
import { triedBy } from '../two/tries.ts'
import { tellingMeetings } from './telling-meetings.ts'
import { tellingRules } from './telling-rules.ts'

describe('M2 events that are told, wherever two can meet and wherever one can die', () => {
  it.each(tellingMeetings)('$name', async (meeting) => {
    const { runs, violations } = await triedBy(tellingRules, meeting)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(15)
  })
})
