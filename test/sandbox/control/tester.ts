import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import * as z from 'zod/mini'
import { controlCalls } from '../../../functions/sandbox/control/calls.ts'
import { controlRoutes } from '../../../functions/sandbox/control.route.ts'
import { serve } from '../../http-event.ts'
import { merchantOf as alipayMerchantOf } from '../alipay/merchant.ts'
import { context, eventOf } from '../server.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { merchantOf } from '../wechat-pay/merchant.ts'

export const keys = makeKeys()

/** An order of WeChat Pay. */
export const NO = 'order-0001'

const silent = { now: () => NOON, request: () => {}, fault: () => {} }

const json = z.record(z.string(), z.unknown())

const readJson = (answer: APIGatewayProxyStructuredResultV2) => ({
  status: answer.statusCode,
  body: z.parse(json, JSON.parse(answer.body ?? '{}')),
})

/** Whether an address belongs to a route, whose last part may be a parameter. */
const matches = (route: string, path: string): boolean =>
  route === path ||
  (route.endsWith('/{id}') && route.split('/').length === path.split('/').length && path.startsWith(route.slice(0, -4)))

const JSON_BODY = { 'content-type': 'application/json' }

/** A tester before a fresh sandbox, and the merchants of both channels. */
export const started = (testerKey?: string) => {
  const stage = stageOf(keys)
  const handler = serve(silent, ...controlCalls(async () => stage.sandbox, testerKey))
  const call = async (method: string, url: string, body?: unknown, headers: Record<string, string> = {}) => {
    const path = url.split('?')[0] ?? ''
    const route = controlRoutes.find((one) => one.method === method && matches(one.path, path))
    const routeKey = `${method} ${route?.path ?? path}`
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
    const params: Record<string, string> = route?.path.endsWith('/{id}')
      ? { id: path.slice(path.lastIndexOf('/') + 1) }
      : {}
    return readJson(
      await handler(
        eventOf({ routeKey, method, url, headers: { ...JSON_BODY, ...headers }, params, body: text }),
        context(),
      ),
    )
  }
  return {
    stage,
    call,
    merchant: merchantOf(stage, keys),
    alipay: alipayMerchantOf(stage, keys),
    pay: (body: unknown) => call('POST', '/sandbox/wechat-pay/pay', body),
    buy: (body: unknown) => call('POST', '/sandbox/alipay/pay', body),
  }
}
