import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testOf } from '../browser-test.ts'
import { noBrowser } from '../chromium/executable.ts'
import { sharedBrowser } from '../chromium/launch.ts'
import { bad, badAddress } from '../fixture/pages.ts'
import { fixtureSite } from '../fixture/site.ts'
import { type Visits, visits } from '../visit/visits.ts'
import { watchOver } from '../visit/watch.ts'

type Bad = keyof typeof bad

/** What is said of each of the bad pages. */
const said: Record<Bad, RegExp> = {
  'writes an error to the console': /^console: went wrong$/,
  throws: /^thrown: not caught$/,
  'leaves a rejection alone': /^thrown: not awaited$/,
  'has an inline script': /^CSP: script-src-elem refuses inline /,
  'has an inline style': /^CSP: style-src-attr refuses inline /,
  'asks another origin': /^asks elsewhere: GET https:\/\/elsewhere\.example\/x$/,
  'is answered 500': /^500 for GET http.*\/broken$/,
  'misses a script': /^404 for GET http.*\/missing\.js$/,
  'is cut off': /^net::ERR_\w+ for GET http.*\/cut$/,
  'has a name in its address': /^plain identity in address: /,
  'has a number in the fragment': /^plain identity in address: /,
  'asks by phone': /^plain identity in address: /,
  'has a name in the history': /^plain identity in state of the history: /,
  'keeps a name for ever': /^plain identity in local storage: /,
  'keeps a name for a moment': /^plain identity in session storage: /,
  'keeps a phone as a property': /^plain identity in local storage: /,
  'names a database after a phone': /^plain identity in IndexedDB: /,
  'keeps a number in a cookie': /^plain identity in cookie: /,
  'has a name in the title': /^plain identity in title: /,
  'names its window': /^plain identity in name of the window: /,
}

describe.skipIf(noBrowser())('what no page may do', () => {
  let here: Visits
  beforeEach(async () => {
    here = visits(await sharedBrowser(), await fixtureSite())
  })
  afterEach(() => here.end())

  it.each(Object.keys(bad) as Bad[])('is seen where a page %s', async (what) => {
    const page = await here.open()
    await page.goto(badAddress(what), { waitUntil: 'networkidle' })
    expect(await here.end()).toContainEqual(expect.stringMatching(said[what]))
  })

  it('is nothing of what a good page does', async () => {
    const page = await here.open()
    await page.goto('/', { waitUntil: 'networkidle' })
    expect(await here.end()).toEqual([])
  })

  it('is seen on every device of a test', async () => {
    for (const device of ['desktop', 'iphoneSafari'] as const) {
      const page = await here.open({ device })
      await page.goto(badAddress('throws'), { waitUntil: 'networkidle' })
    }
    expect(await here.end()).toEqual(['thrown: not caught', 'thrown: not caught'])
  })

  it('may be what a test is about, and then it must happen', async () => {
    const page = await here.open()
    watchOver(page).expect(/^500 /)
    watchOver(page).expect(/^418 /)
    await page.goto(badAddress('is answered 500'), { waitUntil: 'networkidle' })
    expect(await here.end()).toEqual(['expected, and did not happen: /^418 /'])
  })
})

describe('a test whose page does such a thing', () => {
  const test = testOf(fixtureSite)

  test.fails('fails', async ({ open }) => {
    const page = await open()
    const answer = await page.goto(badAddress('throws'), { waitUntil: 'networkidle' })
    expect(answer?.status()).toBe(200)
  })

  test('passes without', async ({ open }) => {
    const page = await open()
    expect((await page.goto('/', { waitUntil: 'networkidle' }))?.status()).toBe(200)
  })
})
