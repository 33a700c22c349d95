import { createHash } from 'node:crypto'
import { refusedField } from '../../../shared/kernel/outcome.ts'

/** The id of the order that an account opens with an Idempotency-Key: the same key always means the same order. */
export const orderIdFor = (accountId: string, idempotencyKey: string): string =>
  createHash('sha256').update(`order|${accountId}|${idempotencyKey}`).digest('hex').slice(0, 32)

/** The key was used for another request. */
export const keyReused = refusedField('Idempotency-Key', 'idempotency_key_reused')

/** Fingerprint of a request without personal data, to tell a replay from another request under the same key. */
export const requestHashOf = (request: Record<string, string | number | undefined>): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(request).sort()))
    .digest('base64url')
