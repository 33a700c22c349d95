import { HOUR, MINUTE, type Millis } from '../../../shared/kernel/time.ts'
import type { Courier } from '../delivery/courier.ts'
import { notified } from './notification.ts'
import { signedParams } from './signature.ts'
import { readFolder } from './store.ts'

/** Waits between attempts: 7 repeats in 24 h 24 min, then the channel gives up. */
export const LADDER: readonly Millis[] = [
  ...[4, 10, 10].map((minutes) => minutes * MINUTE),
  ...[1, 2, 6, 15].map((hours) => hours * HOUR),
]

/** Notifications of Alipay: a signed form, ended by a body of exactly seven bytes. */
export const alipayCourier: Courier = {
  ladder: LADDER,
  async letter(sandbox, task) {
    const folder = (await readFolder(sandbox, task.outTradeNo))?.value
    const fields = folder && notified(folder, task, sandbox.alipay, sandbox.clock.now())
    const url = folder?.trade?.offer.notifyUrl
    if (!fields || url === undefined) return undefined
    // A probe is signed over something else than what is sent.
    const signed = new Map(Object.entries(task.probe ? { ...fields, total_amount: '0.01', probe: '1' } : fields))
    const sign = signedParams(signed, sandbox.alipay.privateKey)
    const body = new URLSearchParams({ ...fields, sign_type: 'RSA2', sign }).toString()
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8', 'User-Agent': 'Mozilla/4.0' }
    return { method: 'POST', url, headers, body }
  },
  accepts: ({ status, body }) => status === 200 && body.toString() === 'success',
}
