import { describe, expect, it } from 'vitest'
import { met, tried } from '../review/review-run.ts'
import { proofingMeetings } from './proofing-meetings.ts'
import { proofingMutants } from './proofing-mutants.ts'

const meetingNamed = (name: string) => {
  const found = proofingMeetings.find((one) => one.name === name)
  if (!found) throw new Error(`no meeting is called ${name}`)
  return found
}

describe('P11 a verification that was not me, whoever meets and whoever dies', () => {
  it.each(proofingMeetings)('$name: one after the other, and at the same time', async (meeting) => {
    for (const placement of [
      { first: 40, second: 40 },
      { first: 0, second: 40 },
      { first: 3, second: 40 },
      { first: 5, second: 2 },
    ])
      expect([placement, (await met(meeting, placement)).violations]).toEqual([placement, []])
  })

  it.each(proofingMutants)('$name: is seen', async ({ seenIn, layer }) => {
    expect((await tried(meetingNamed(seenIn), layer)).violations).not.toEqual([])
  })
})
