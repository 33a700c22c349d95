import { describe, expect, it } from 'vitest'
import { noBrowser } from './chromium/executable.ts'
import { sharedBrowser } from './chromium/launch.ts'
import { fixtureSite } from './fixture/site.ts'
import { measureOnce } from './speed/measure.ts'

const ROUND_TRIP_MS = 562.5

describe.skipIf(noBrowser())('what somebody with a slow phone waits for', () => {
  it('is measured on a slow network, with every byte that was sent', async () => {
    const measure = async () => measureOnce(await sharedBrowser(), `${await fixtureSite()}/`, '#pay')
    const [one, again] = [await measure(), await measure()]
    // The page, and then its style sheet.
    expect(one.firstPaintMs).toBeGreaterThan(2 * ROUND_TRIP_MS)
    expect(one.usableMs).toBeGreaterThan(ROUND_TRIP_MS)
    expect(Object.keys(one.bytes).sort()).toEqual(['Document', 'Script', 'Stylesheet'])
    expect(one.requests).toBe(3)
    expect(again.bytes).toEqual(one.bytes)
  })
})
