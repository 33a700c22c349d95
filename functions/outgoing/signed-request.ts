import { createHmac } from 'node:crypto'
import type { Ids } from '../../shared/kernel/ids.ts'
import { type Millis, SECOND } from '../../shared/kernel/time.ts'

/** What is sent: who sees it twice knows it by its id. */
export type Content = { id: string; body: string }

/** Signs as Standard Webhooks has it, in one of its schemes: `v1,…`. */
export type Signer = (signed: string) => string

const PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** A new signing secret as Standard Webhooks writes them: `whsec_` and 32 bytes in base64. */
export const newSigningSecret = (ids: Pick<Ids, 'secret'>): string =>
  `${PREFIX}${Buffer.from(ids.secret(SECRET_BYTES), 'base64url').toString('base64')}`

/** Signs by a secret that both sides know. */
export const bySecret = (secret: string): Signer => {
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64')
  return (signed) => `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}

/** The request as Standard Webhooks has it: id, timestamp in seconds, and signatures over both and the body, one by each signer. */
export const signedRequest = (url: string, { id, body }: Content, signers: readonly Signer[], now: Millis) => {
  const timestamp = String(Math.floor(now / SECOND))
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Shiming-Webhook/1',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signers.map((sign) => sign(`${id}.${timestamp}.${body}`)).join(' '),
  }
  return { method: 'POST', url, headers, body } as const
}
