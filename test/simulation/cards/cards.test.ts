import { describe, expect, it } from 'vitest'
import { cardMeetings, met, tried } from './cards-meetings.ts'
import { cardsMutants } from './cards-mutants.ts'

const meetingNamed = (name: string) => {
  const found = cardMeetings.find((one) => one.name === name)
  if (!found) throw new Error(`no meeting is called ${name}`)
  return found
}

describe('X2 P6 cards and the checks that the platform pays for, whoever meets and whoever dies', () => {
  it.each(cardMeetings)('$name: one after the other, and at the same time', async (meeting) => {
    for (const placement of [
      { first: 40, second: 40 },
      { first: 0, second: 40 },
      { first: 2, second: 40 },
      { first: 3, second: 2 },
    ])
      expect([placement, (await met(meeting, placement)).violations]).toEqual([placement, []])
  })

  it.each(cardsMutants)('$name: is seen', async ({ seenIn, layer }) => {
    expect((await tried(meetingNamed(seenIn), layer)).violations).not.toEqual([])
  })
})
