import * as z from 'zod/mini'
import type { AlipaySandbox } from '../sandbox.ts'
import { askBill } from './bills/bills.ts'
import { readBody } from './bodies.ts'
import type { AlipayEffect, AlipayTarget } from './faults.ts'
import { openPage } from './page.ts'
import { queryRefund, refund } from './refunds.ts'
import type { Reply } from './reply.ts'
import type { Params } from './signature.ts'
import { ownerOf } from './store.ts'
import { close, precreate, query } from './trades.ts'

type Method = {
  target: AlipayTarget
  /** Answers a browser. */
  page?: true
  run(sandbox: AlipaySandbox, params: Params, effect: AlipayEffect | undefined): Promise<Reply>
}

const content = (params: Params): string | undefined => params.get('biz_content')

const methods: Readonly<Record<string, Method>> = {
  'alipay.trade.precreate': { target: 'alipay_create', run: precreate },
  'alipay.trade.wap.pay': {
    ...{ target: 'alipay_create', page: true },
    run: (sandbox, params) => openPage(sandbox, 'wap', params),
  },
  'alipay.trade.page.pay': {
    ...{ target: 'alipay_create', page: true },
    run: (sandbox, params) => openPage(sandbox, 'page', params),
  },
  'alipay.trade.query': { target: 'alipay_query', run: (sandbox, params) => query(sandbox, content(params)) },
  'alipay.trade.close': { target: 'alipay_close', run: (sandbox, params) => close(sandbox, content(params)) },
  'alipay.trade.refund': {
    target: 'alipay_refund',
    run: (sandbox, params, effect) => refund(sandbox, content(params), effect),
  },
  'alipay.trade.fastpay.refund.query': {
    target: 'alipay_refund_query',
    run: (sandbox, params, effect) => queryRefund(sandbox, content(params), effect),
  },
  'alipay.data.dataservice.bill.downloadurl.query': {
    target: 'alipay_bill',
    run: (sandbox, params, effect) => askBill(sandbox, content(params), effect),
  },
}

export const methodNamed = (name: string): Method | undefined =>
  Object.hasOwn(methods, name) ? methods[name] : undefined

const meant = z.object({
  out_trade_no: z.optional(z.string()),
  trade_no: z.optional(z.string()),
  bill_date: z.optional(z.string()),
})

/** What a fault may be meant for: the order, or the day of a bill. */
export const subjectOf = async (sandbox: AlipaySandbox, params: Params): Promise<string | undefined> => {
  const body = readBody(meant, content(params))
  return body?.bill_date?.replaceAll('-', '') ?? (body && ownerOf(sandbox, body))
}
