import { describe, expect, it } from 'vitest'
import { settlingMeetings } from './settling-meetings.ts'
import { settlingMutants } from './settling-mutants.ts'
import { met, tried } from './settling-run.ts'

const meetingNamed = (name: string) => {
  const found = settlingMeetings.find((one) => one.name === name)
  if (!found) throw new Error(`no meeting is called ${name}`)
  return found
}

describe('P16 M7 a difference is settled, whoever meets and whoever dies', () => {
  it.each(settlingMeetings)('$name: one after the other, and at the same time', async (meeting) => {
    for (const placement of [
      { first: 80, second: 80 },
      { first: 0, second: 80 },
      { first: 4, second: 80 },
      { first: 7, second: 6 },
    ])
      expect([placement, (await met(meeting, placement)).violations]).toEqual([placement, []])
  })

  it.each(settlingMutants)('$name: is seen', async ({ seenIn, layer }) => {
    expect((await tried(meetingNamed(seenIn), layer, 3)).violations).not.toEqual([])
  })
})
