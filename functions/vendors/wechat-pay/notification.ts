import * as z from 'zod/mini'
import type { Notification, PaymentProvider } from '../../payment/paying/provider.ts'
import { refusedStatus } from '../acknowledgement.ts'
import { readComplaintNotice, readPayment, readRefundNotice } from './answers.ts'
import { parseJson } from './json.ts'
import type { Merchant } from './merchant.ts'
import { openSealed, sealed } from './sealed.ts'
import { signatureFault } from './signing.ts'

type Read = (merchant: Merchant, plaintext: Buffer) => Notification | undefined

const readPaid: Read = (merchant, plaintext) => {
  const fact = readPayment(merchant, plaintext)
  return fact && { kind: 'payment', fact }
}

/** The event's name and the state inside must agree. */
const readRefunded =
  (kind: 'succeeded' | 'abnormal' | 'closed'): Read =>
  (merchant, plaintext) => {
    const notice = readRefundNotice(merchant, plaintext)
    return notice?.state.kind === kind ? { kind: 'refund', ...notice } : undefined
  }

const readComplained: Read = (_merchant, plaintext) => {
  const notice = readComplaintNotice(plaintext)
  return notice && { kind: 'complaint', ...notice }
}

/** What this service acts on. */
const events: ReadonlyMap<string, Read> = new Map([
  ['TRANSACTION.SUCCESS', readPaid],
  ['REFUND.SUCCESS', readRefunded('succeeded')],
  ['REFUND.ABNORMAL', readRefunded('abnormal')],
  ['REFUND.CLOSED', readRefunded('closed')],
  ['COMPLAINT.CREATE', readComplained],
  ['COMPLAINT.STATE_CHANGE', readComplained],
])

const named = z.object({ event_type: z.string() })
const envelope = z.object({ resource: sealed })

const invalid: Notification = { kind: 'refused', code: 'notification_invalid' }

/**
 * Verifies the bytes as they came, and only then reads them. WeChat Pay probes with signatures that are wrong on purpose
 * (WECHATPAY/SIGNTEST/…); like any other forgery they are `signature_invalid`, and must be answered by a 4xx.
 */
export const notificationReader =
  (merchant: Merchant): PaymentProvider['readNotification'] =>
  (headers, rawBody, now) => {
    if (signatureFault(merchant.platformKeys, headers, rawBody, now)) {
      return { kind: 'refused', code: 'signature_invalid' }
    }
    const event = parseJson(named, rawBody)
    if (!event) return invalid
    const read = events.get(event.event_type)
    if (!read) return { kind: 'other', eventType: event.event_type }
    const box = parseJson(envelope, rawBody)?.resource
    const plaintext = box && openSealed(merchant.sealingKey, box)
    return (plaintext && read(merchant, plaintext)) ?? invalid
  }

/**
 * What WeChat Pay takes as an answer to a notification: 204 ends it; anything else makes it send again, up to 15 times in
 * a day, also the 5xx that comes where the notification could not be written down.
 */
export const acknowledgement = (
  outcome: 'accepted' | 'signature_invalid' | 'notification_invalid',
): { status: number; body?: { code: 'FAIL'; message: string } } =>
  outcome === 'accepted'
    ? { status: 204 }
    : { status: refusedStatus[outcome], body: { code: 'FAIL', message: outcome } }
