import { describe, expect, it } from 'vitest'
import { meet } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import { tellingMeetings } from './telling-meetings.ts'
import { tellingMutants } from './telling-mutants.ts'
import { tellingRules } from './telling-rules.ts'

const meetingNamed = (name: string) => {
  const found = tellingMeetings.find((one) => one.name === name)
  if (!found) throw new Error(`no meeting is called ${name}`)
  return found
}

describe('M2 events that are told, whoever meets and whoever dies', () => {
  it.each(tellingMeetings)('$name: one after the other, and at the same time', async (meeting) => {
    for (const placement of [
      { first: 40, second: 40 },
      { first: 0, second: 40 },
      { first: 1, second: 40 },
      { first: 2, second: 1 },
    ])
      expect([placement, (await meet(tellingRules, meeting, placement)).violations]).toEqual([placement, []])
  })

  it.each(tellingMutants)('$name: is seen', async ({ seenIn, layer }) => {
    expect((await triedBy(tellingRules, meetingNamed(seenIn), layer)).violations).not.toEqual([])
  })
})
