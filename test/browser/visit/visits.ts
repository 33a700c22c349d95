import type { Browser, BrowserContext, Page } from 'playwright-core'
import { dress, type Look, media } from '../looks/looks.ts'
import { type DeviceName, devices, type Language } from './devices.ts'
import { type Watch, watch } from './watch.ts'
import { type Bridge, giveBridge } from './wechat-bridge.ts'

export type Opening = Look & {
  /** WeChat on Android where nothing is said: where most people are. */
  device?: DeviceName
  /** What the device speaks; Chinese where nothing is said. */
  language?: Language
  /** With the pretend phone that the sandbox has beside its pages; pages are tried without, as in production. */
  hasPhone?: boolean
  /** Inside WeChat pages ask it by themselves who holds the phone; most tests are about something else. */
  asksWechat?: boolean
}

/** As somebody who has told the browser to use little data: fetching pages ahead would only keep the processor busy. */
const savingData = (): void => {
  Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true })
}

/** As somebody who has put the phone away in this tab (web/sandbox/kept.ts). */
export const withoutPhone = (): void => {
  // Frames of foreign content have no storage.
  if (location.protocol.startsWith('http') && window === window.top)
    sessionStorage.setItem('shiming-phone', '{"isOff":true}')
}

/** As somebody whom WeChat was asked about in this tab (web/user/sign-in/wechat.ts). */
const askedBefore = (): void => {
  if (
    location.protocol.startsWith('http') &&
    window === window.top &&
    sessionStorage.getItem('shiming-wechat') === null
  )
    sessionStorage.setItem('shiming-wechat', 'asked')
}

/** The devices of one test, each a context of its own: nothing is shared between two but the service. */
export type Visits = {
  /** An empty page on a device that was never here before. */
  open(opening?: Opening): Promise<Page>
  /** Closes all; answers what their pages did that no page may do. */
  end(): Promise<string[]>
  /** Pages that are open now, of all devices. */
  pages(): Page[]
}

const bridges = new WeakMap<BrowserContext, Bridge>()

/** WeChat's side of a page. Throws for a page on a device that has none. */
export const bridgeOf = (page: Page): Bridge => {
  const found = bridges.get(page.context())
  if (!found) throw new Error('there is no bridge outside WeChat')
  return found
}

const newContext = async (browser: Browser, site: string, opening: Opening): Promise<BrowserContext> => {
  const { device = 'wechatAndroid', language = 'zh-CN', hasPhone = false, asksWechat = false, width, ...look } = opening
  const { userAgent, viewport, isPhone, hasBridge } = devices[device]
  const context = await browser.newContext({
    baseURL: site,
    userAgent: userAgent(language),
    viewport: { ...viewport, ...(width !== undefined && { width }) },
    isMobile: isPhone,
    hasTouch: isPhone,
    deviceScaleFactor: isPhone ? 2 : 1,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    ...media(look),
  })
  if (hasBridge) bridges.set(context, await giveBridge(context))
  if (!hasPhone) await context.addInitScript(withoutPhone)
  if (!asksWechat) await context.addInitScript(askedBefore)
  await context.addInitScript(savingData)
  await dress(context, look)
  return context
}

/** Visits to a site, an address without a path. */
export const visits = (browser: Browser, site: string): Visits => {
  const open: { context: BrowserContext; watch: Watch }[] = []
  return {
    async open(opening = {}) {
      const context = await newContext(browser, site, opening)
      open.push({ context, watch: await watch(context, site) })
      return context.newPage()
    },
    async end() {
      const faults: string[] = []
      for (const { context, watch } of open.splice(0)) {
        faults.push(...(await watch.faults()))
        await context.close()
      }
      return faults
    },
    pages: () => open.flatMap(({ context }) => context.pages()),
  }
}
