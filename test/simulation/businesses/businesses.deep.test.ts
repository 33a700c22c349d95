import { describe, expect, it } from 'vitest'
import { businessMeetings } from './business-meetings.ts'
import { businessMutants } from './business-mutants.ts'
import { tried } from './business-run.ts'
import { clashMeetings } from './clash-meetings.ts'

const meetingNamed = (name: string) => {
  const found = [...businessMeetings, ...clashMeetings].find((one) => one.name === name)
  if (!found) throw new Error(`no meeting is called ${name}`)
  return found
}

describe('X5 X6 wrong ways to bind and to warn', () => {
  it.each(businessMutants)('$name: is seen', async ({ seenIn, layer }) => {
    expect((await tried(meetingNamed(seenIn), layer)).violations).not.toEqual([])
  })
})
