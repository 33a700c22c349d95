import * as z from 'zod/mini'
import type { Put } from '../../../shared/table/write.ts'
import { changed, created, type Document, readDocument } from '../documents.ts'
import { keys } from '../keys.ts'
import type { Sandbox } from '../sandbox.ts'
import { type Folder, folderSchema } from './trade.ts'

/** Refunds are possible for a year. */
const DAYS_KEPT = 400

const owner = z.object({ outTradeNo: z.string() })

const life = (sandbox: Sandbox) => ({ now: sandbox.clock.now(), days: DAYS_KEPT })

export const readFolder = (sandbox: Sandbox, outTradeNo: string): Promise<Document<Folder> | undefined> =>
  readDocument(sandbox.table, keys.alipayTrade(outTradeNo), folderSchema)

/** The out_trade_no of a trade; a trade may be named by either number, and the channel's own goes first. */
export const ownerOf = async (
  sandbox: Sandbox,
  of: { trade_no?: string; out_trade_no?: string },
): Promise<string | undefined> => {
  if (of.trade_no === undefined) return of.out_trade_no
  return (await readDocument(sandbox.table, keys.alipayNumber(of.trade_no), owner))?.value.outTradeNo
}

export const folderWritten = (sandbox: Sandbox, before: Document<Folder> | undefined, after: Folder): Put =>
  before ? changed(before, after, life(sandbox)) : created(keys.alipayTrade(after.outTradeNo), after, life(sandbox))

/** A number that must be free: two trades never share one. */
export const numberTaken = (sandbox: Sandbox, tradeNo: string, outTradeNo: string): Put =>
  created(keys.alipayNumber(tradeNo), { outTradeNo }, life(sandbox))
