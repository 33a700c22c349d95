import type { Page, Route } from 'playwright-core'
import { watchOver } from './watch.ts'

/** Which requests: a pattern of Playwright for addresses (`**` + `/v1/orders*`), or an expression. */
export type Which = string | RegExp

/** Takes a page off the network, with all pages of its device; answers what brings it back. */
export const loseNetwork = async (page: Page): Promise<() => Promise<void>> => {
  await page.context().setOffline(true)
  return () => page.context().setOffline(false)
}

/** Requests that are under way for as long as the test wants. */
export type Held = {
  /** When the first one is under way. */
  arrived: Promise<void>
  /** How many are held. */
  count(): number
  /** Lets them, and all that come later, go on. */
  release(): Promise<void>
}

/** Holds requests before the service sees them: an answer that takes forever, until the test releases it. */
export const hold = async (page: Page, which: Which): Promise<Held> => {
  const held: Route[] = []
  const { promise: arrived, resolve } = Promise.withResolvers<void>()
  let isReleased = false
  const take = async (route: Route): Promise<void> => {
    if (isReleased) return route.continue()
    held.push(route)
    resolve()
  }
  await page.route(which, take)
  return {
    arrived,
    count: () => held.length,
    async release() {
      isReleased = true
      await Promise.all(held.splice(0).map((route) => route.continue()))
    },
  }
}

/**
 * Loses requests on the way: `request` before the service sees them, `answer` after it has done what was asked. The first `times`
 * of them, or all.
 */
export const lose = (page: Page, which: Which, what: 'request' | 'answer', times?: number): Promise<unknown> => {
  const cut = async (route: Route): Promise<void> => {
    watchOver(page).asked(route.request())
    if (what === 'answer') await route.fetch()
    await route.abort('connectionreset')
  }
  return page.route(which, cut, { times })
}

/** Answers requests in the place of the service. The first `times` of them, or all. */
export const answer = (page: Page, which: Which, status: number, body: unknown, times?: number): Promise<unknown> =>
  page.route(
    which,
    async (route) => {
      watchOver(page).asked(route.request())
      await route.fulfill({ status, json: body })
    },
    { times },
  )

/** Runs in the page. */
const comeBack = (): void => {
  const turn = (state: DocumentVisibilityState): void => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
    Object.defineProperty(document, 'hidden', { configurable: true, value: state === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
  turn('hidden')
  turn('visible')
  // From here on the browser says it again.
  for (const name of ['visibilityState', 'hidden']) Reflect.deleteProperty(document, name)
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
}

/**
 * As if the page had been left and come back to as it was, without running anew: what iOS does in WeChat. By hand, because the
 * packaged browser keeps no pages, whatever its switches say.
 */
export const returnAsItWas = (page: Page): Promise<void> => page.evaluate(comeBack)
