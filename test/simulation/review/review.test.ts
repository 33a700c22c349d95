import { describe, expect, it } from 'vitest'
import { reviewMeetings } from './review-meetings.ts'
import { reviewMutants } from './review-mutants.ts'
import { met, tried } from './review-run.ts'

const meetingNamed = (name: string) => {
  const found = reviewMeetings.find((one) => one.name === name)
  if (!found) throw new Error(`no meeting is called ${name}`)
  return found
}

describe('P10 M8 a case that people decide, whoever meets and whoever dies', () => {
  it.each(reviewMeetings)('$name: one after the other, and at the same time', async (meeting) => {
    for (const placement of [
      { first: 40, second: 40 },
      { first: 0, second: 40 },
      { first: 1, second: 40 },
      { first: 2, second: 1 },
    ])
      expect([placement, (await met(meeting, placement)).violations]).toEqual([placement, []])
  })

  it.each(reviewMutants)('$name: is seen', async ({ seenIn, layer }) => {
    expect((await tried(meetingNamed(seenIn), layer)).violations).not.toEqual([])
  })
})
