import type { Browser, CDPSession, Page } from 'playwright-core'
import { median } from '../../bench/sampling.ts'
import { withoutPhone } from '../visit/visits.ts'

/** What somebody waits for, and what is sent for it, from the first visit with an empty cache. */
export type Speed = {
  firstPaintMs: number
  /** Until what is to be used is there and enabled. */
  usableMs: number
  /** As transferred, with the headers of answers, by kind of resource (`Document`, `Script`, `Stylesheet`, `Fetch`, …). */
  bytes: Record<string, number>
  requests: number
}

/** Slow 4G of DevTools: throughput × 0.9 and latency × 3.75 of its figures, as DevTools sets them. Bytes a second, ms. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }
/** A phone of the middle beside this machine. */
const CPU_SLOWDOWN = 4

const RUNS = 5

/** Runs in the page before its own scripts: notes the frame in which `selector` is there and can be used. */
const note = (selector: string): void => {
  const look = (): void => {
    if (document.querySelector(`:is(${selector}):not(:disabled)`)) performance.mark('__usable')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const FIRST_PAINT = 'first-contentful-paint'

const timeOf = async (page: Page, entry: string): Promise<number> => {
  const handle = await page.waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, entry)
  return handle.jsonValue().then(Number)
}

/** Counts what a page loads from now on. `begun` ends the count: what is asked for later is nothing that anybody waited for. */
const counting = (session: CDPSession) => {
  const kinds = new Map<string, string>()
  const sizes = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, type }) => void kinds.set(requestId, type ?? 'Other'))
  session.on(
    'Network.loadingFinished',
    ({ requestId, encodedDataLength }) => void sizes.set(requestId, encodedDataLength),
  )
  return {
    begun() {
      const begun = [...kinds]
      return (): Pick<Speed, 'bytes' | 'requests'> => {
        const bytes: Record<string, number> = {}
        for (const [id, kind] of begun) bytes[kind] = (bytes[kind] ?? 0) + (sizes.get(id) ?? 0)
        return { bytes, requests: begun.length }
      }
    },
  }
}

/** One first visit to a page on a slow phone. `usable` selects what somebody would touch first. */
export const measureOnce = async (browser: Browser, url: string, usable: string): Promise<Speed> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, locale: 'zh-CN' })
  try {
    await context.addInitScript(withoutPhone)
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
    await session.send('Network.emulateNetworkConditions', SLOW_4G)
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
    const counted = counting(session)
    await page.addInitScript(note, usable)
    await page.goto(url, { waitUntil: 'commit' })
    const usableMs = await timeOf(page, '__usable')
    const spent = counted.begun()
    const firstPaintMs = await timeOf(page, FIRST_PAINT)
    await page.waitForLoadState('networkidle')
    return { firstPaintMs, usableMs, ...spent() }
  } finally {
    await context.close()
  }
}

/** The medians of some first visits; bytes and requests are those of the last. */
export const measure = async (browser: Browser, url: string, usable: string): Promise<Speed> => {
  const all: Speed[] = []
  for (let run = 0; run < RUNS; run += 1) all.push(await measureOnce(browser, url, usable))
  const last = all.at(-1)
  if (!last) throw new Error('nothing was measured')
  const middle = (of: (speed: Speed) => number): number => median(all.map(of))
  return { ...last, firstPaintMs: middle((one) => one.firstPaintMs), usableMs: middle((one) => one.usableMs) }
}
