import * as z from 'zod/mini'
import { ownAddress } from '../cashier/cashier-page.ts'
import { readBody } from './bodies.ts'
import type { Params } from './signature.ts'

export const CASHIER_PATH = '/sandbox/alipay/cashier'

/** Where the page sends what was pressed: with all that the merchant signed. */
export const cashierAddress = (publicUrl: string, params: Params): string =>
  `${publicUrl}${CASHIER_PATH}?${new URLSearchParams([...params])}`

const quitting = z.object({ quit_url: z.optional(z.string()) })

/** Where a buyer goes who quits: where the merchant says, or where it wants to see those who have paid. */
export const wayBack = (publicUrl: string, params: Params): string | undefined => {
  const quitUrl = readBody(quitting, params.get('biz_content'))?.quit_url
  return ownAddress(quitUrl, publicUrl) ?? ownAddress(params.get('return_url'), publicUrl)
}
