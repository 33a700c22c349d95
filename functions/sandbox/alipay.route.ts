import { route } from '../../shared/http/route.ts'

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

export const alipayRoutes = [alipayRoute, alipayBillRoute] as const
