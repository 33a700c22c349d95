import type { BrowserContext } from 'playwright-core'

/** What a page asked WeChat to pay: the parameters of getBrandWCPayRequest. */
export type JsapiParameters = Record<string, string>

/** WeChat's side of the bridge, moved by the test. */
export type Bridge = {
  /** What was asked, in order. */
  readonly asked: readonly JsapiParameters[]
  /** What is answered from now on; `nothing` as when WeChat is closed over it. At first `ok`. */
  answer: 'ok' | 'cancel' | 'fail' | 'nothing'
  /** The payer, who acts before the answer `ok`. Without one the page is told `ok` though nobody paid, which happens. */
  payer?: (parameters: JsapiParameters) => Promise<unknown>
  /** Why a payer could not pay, each told to the page as `fail`. */
  readonly refusals: readonly string[]
}

const BINDING = '__bridge'

/** Runs in the page. As in WeChat the bridge comes late, and says so by an event. */
const inPage = (binding: string): void => {
  const scope = window as unknown as Record<string, unknown> & {
    [name: string]: (parameters: unknown) => Promise<string>
  }
  const ask = scope[binding]
  const invoke = async (name: string, parameters: unknown, told?: (result: { err_msg: string }) => void) => {
    if (name !== 'getBrandWCPayRequest') return told?.({ err_msg: `${name}:ok` })
    const answer = await ask?.(parameters)
    if (answer !== undefined && answer !== 'nothing') told?.({ err_msg: `get_brand_wcpay_request:${answer}` })
  }
  document.addEventListener('DOMContentLoaded', () => {
    setTimeout(() => {
      Object.assign(window, { WeixinJSBridge: { invoke, on() {}, call() {} } })
      document.dispatchEvent(new Event('WeixinJSBridgeReady'))
    })
  })
}

/** Puts a bridge into every page of a context; nothing else of WeChat is imitated. */
export const giveBridge = async (context: BrowserContext): Promise<Bridge> => {
  const asked: JsapiParameters[] = []
  const refusals: string[] = []
  const bridge: Bridge = { asked, answer: 'ok', refusals }
  await context.exposeBinding(BINDING, async (_source, parameters: JsapiParameters) => {
    asked.push(parameters)
    if (bridge.answer !== 'ok') return bridge.answer
    try {
      await bridge.payer?.(parameters)
      return 'ok'
    } catch (error) {
      refusals.push(String(error))
      return 'fail'
    }
  })
  await context.addInitScript(inPage, BINDING)
  return bridge
}
