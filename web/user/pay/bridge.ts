import type { Answer } from 'shiming-client'
import { SECOND } from '../../../shared/kernel/time.ts'

/** What WeChat asks for to open its sheet. */
export type SheetCall = NonNullable<Answer<'POST /v1/orders/{id}/payments'>['jsapi']>

/**
 * How WeChat says that its sheet was closed. None of it proves anything: `done` may come before the money, and `failed` also for a
 * signature that it does not take. `cancelled`: its payer closed it. `no_bridge`: this is not WeChat's browser, whatever it says.
 */
export type SheetEnd = 'done' | 'cancelled' | 'failed' | 'no_bridge'

const ends: Readonly<Record<string, SheetEnd>> = {
  'get_brand_wcpay_request:ok': 'done',
  'get_brand_wcpay_request:cancel': 'cancelled',
}

type Told = { err_msg?: string }

type Bridge = { invoke(name: string, parameters: SheetCall, told: (result: Told) => void): void }

/** What is used of the browser. */
export type BridgeWindow = {
  WeixinJSBridge?: Bridge
  document: {
    addEventListener(type: string, listener: () => void): void
    removeEventListener(type: string, listener: () => void): void
  }
}

/** WeChat puts its bridge into a page some time after it was loaded, and says so by an event. */
const bridgeOf = (browser: BridgeWindow): Promise<Bridge | undefined> =>
  new Promise((resolve) => {
    if (browser.WeixinJSBridge) return resolve(browser.WeixinJSBridge)
    const found = (): void => {
      clearTimeout(patience)
      browser.document.removeEventListener('WeixinJSBridgeReady', found)
      resolve(browser.WeixinJSBridge)
    }
    const patience = setTimeout(found, 5 * SECOND)
    browser.document.addEventListener('WeixinJSBridgeReady', found)
  })

/** Opens WeChat's payment sheet over the page. Resolves when it is closed, which may be never: WeChat may be closed over it. */
export const openSheet = async (browser: BridgeWindow, call: SheetCall): Promise<SheetEnd> => {
  const bridge = await bridgeOf(browser)
  if (!bridge) return 'no_bridge'
  return new Promise((resolve) =>
    bridge.invoke('getBrandWCPayRequest', call, ({ err_msg = '' }) => resolve(ends[err_msg] ?? 'failed')),
  )
}
