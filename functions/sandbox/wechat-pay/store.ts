import * as z from 'zod/mini'
import type { Put } from '../../../shared/table/write.ts'
import { changed, created, type Document, readDocument } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox } from '../sandbox.ts'
import { orderSchema, type WeChatOrder } from './order.ts'

/** Refunds are possible for a year. */
const ORDER_DAYS = 400

const owner = z.object({ outTradeNo: z.string() })

const life = (sandbox: Sandbox, days: number) => ({ now: sandbox.clock.now(), days })

export const readOrder = (sandbox: Sandbox, outTradeNo: string): Promise<Document<WeChatOrder> | undefined> =>
  readDocument(sandbox.table, keys.wechatOrder(outTradeNo), orderSchema)

/** The out_trade_no that a transaction or refund number belongs to. */
export const ownerOf = async (
  sandbox: Sandbox,
  kind: 'wechatTransaction' | 'wechatRefund',
  number: string,
): Promise<string | undefined> => (await readDocument(sandbox.table, keys[kind](number), owner))?.value.outTradeNo

export const orderCreated = (sandbox: Sandbox, order: WeChatOrder): Put =>
  created(keys.wechatOrder(order.outTradeNo), order, life(sandbox, ORDER_DAYS))

export const orderChanged = (sandbox: Sandbox, before: Document<WeChatOrder>, after: WeChatOrder): Put =>
  changed(before, after, life(sandbox, ORDER_DAYS))

/** A number that must be free: two orders never share one. */
export const numberTaken = (
  sandbox: Sandbox,
  kind: 'wechatTransaction' | 'wechatRefund',
  number: string,
  outTradeNo: string,
): Put => created(keys[kind](number), { outTradeNo }, life(sandbox, ORDER_DAYS))
