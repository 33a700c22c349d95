import { expect, it } from 'vitest'
import type { Layer } from '../world/layers.ts'
import type { Meeting, Placement, Run } from './meet.ts'

type Tried = { runs: number; violations: readonly string[] }

/** A test for each meeting: nothing is wrong, as they are placed. Belongs into a `describe`. */
export const holdPlaced = <W>(
  meetings: readonly Meeting<W>[],
  met: (meeting: Meeting<W>, placement: Placement) => Promise<Run>,
  placements: readonly Placement[],
): void => {
  it.each(meetings)('$name: one after the other, and at the same time', async (meeting) => {
    for (const placement of placements)
      expect([placement, (await met(meeting, placement)).violations]).toEqual([placement, []])
  })
}

/** A test for each wrong way: it is seen in the meeting that it names. Belongs into a `describe`. */
export const areSeen = <W>(
  meetings: readonly Meeting<W>[],
  tried: (meeting: Meeting<W>, layer: Layer) => Promise<Tried>,
  mutants: readonly { name: string; seenIn: string; layer: Layer }[],
): void => {
  const named = (name: string): Meeting<W> => {
    const found = meetings.find((one) => one.name === name)
    if (!found) throw new Error(`no meeting is called ${name}`)
    return found
  }
  it.each(mutants)('$name: is seen', async ({ seenIn, layer }) => {
    expect((await tried(named(seenIn), layer)).violations).not.toEqual([])
  })
}

/** A test for each meeting: nothing is wrong wherever the two can meet and one can die, in `least` runs or more. Belongs into a `describe`. */
export const holdEverywhere = <W>(
  meetings: readonly Meeting<W>[],
  tried: (meeting: Meeting<W>) => Promise<Tried>,
  least = 15,
): void => {
  it.each(meetings)('$name', async (meeting) => {
    const { runs, violations } = await tried(meeting)
    expect(violations).toEqual([])
    expect(runs).toBeGreaterThan(least)
  })
}
