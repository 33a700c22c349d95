import { describe, expect, it } from 'vitest'
import { documentMeetings, met, tried } from './documents-meetings.ts'
import { documentsMutants } from './documents-mutants.ts'

const meetingNamed = (name: string) => {
  const found = documentMeetings.find((one) => one.name === name)
  if (!found) throw new Error(`no meeting is called ${name}`)
  return found
}

describe('X1 P6 identity cards, their photos and their checks, whoever meets and whoever dies', () => {
  it.each(documentMeetings)('$name: one after the other, and at the same time', async (meeting) => {
    for (const placement of [
      { first: 40, second: 40 },
      { first: 0, second: 40 },
      { first: 2, second: 40 },
      { first: 3, second: 2 },
      { first: 9, second: 40 },
    ])
      expect([placement, (await met(meeting, placement)).violations]).toEqual([placement, []])
  })

  it.each(documentsMutants)('$name: is seen', async ({ seenIn, layer }) => {
    expect((await tried(meetingNamed(seenIn), layer)).violations).not.toEqual([])
  })
})
