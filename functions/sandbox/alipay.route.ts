import * as z from 'zod/mini'
import { route } from '../../shared/http/route.ts'
import { CASHIER_PATH } from './alipay/way-back.ts'

const MESSAGE_LIMIT = 64 * 1024

const gateway = { fn: 'sandbox-alipay', caller: 'anyone', answers: { 200: null }, sandboxOnly: true } as const

/** Alipay's one address for servers and for browsers. */
export const alipayRoute = route({
  ...gateway,
  method: 'ANY',
  methods: ['GET', 'POST'],
  name: 'callAlipay',
  path: '/sandbox/alipay/gateway.do',
  summary: 'Stand-in for the gateway of Alipay; speaks its wire protocol, requests signed as there.',
  bodyLimit: MESSAGE_LIMIT,
})

export const alipayBillRoute = route({
  ...gateway,
  method: 'GET',
  name: 'downloadAlipayBill',
  path: '/sandbox/alipay/downloadBillFile.resource',
  summary: 'A bill of the stand-in for Alipay, as a zip of GBK tables; the address lives for half a minute.',
})

export const alipayCashierPressRoute = route({
  fn: 'sandbox-alipay',
  method: 'POST',
  name: 'pressAtAlipayCashier',
  path: CASHIER_PATH,
  caller: 'anyone',
  media: 'text/html',
  summary: 'What was pressed on the page of Alipay; the browser goes back to where it came from.',
  bodyLimit: 1024,
  answers: { 200: z.string(), 303: null },
  sandboxOnly: true,
})

export const alipayRoutes = [alipayRoute, alipayBillRoute, alipayCashierPressRoute] as const
