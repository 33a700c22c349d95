import { verifyWebhook, WebhookInvalid } from '../../../clients/typescript/src/webhook.ts'
import type { Millis } from '../../../shared/kernel/time.ts'

/** Keys that a receiver holds of its endpoint: secrets (`whsec_…`) and public keys (`whpk_…`), several of each while they change. */
export type EndpointKeys = { secrets: readonly string[]; publicKeys: readonly string[] }

/** A delivery as it came. */
export type Delivery = { headers: Readonly<Record<string, string | string[] | undefined>>; body: Buffer }

/** By which kinds of signature it was found to be genuine; `why`: what is wrong with it, and then it is to be believed in nothing. */
export type Judged = { by: string[]; why?: string }

const base64 = '[A-Za-z0-9+/]+={0,2}'
const SECRET = new RegExp(`^whsec_${base64}$`)
const PUBLIC = new RegExp(`^whpk_${base64}$`)
const PUBLIC_BYTES = 32

/** A secret as it was answered; undefined for what is none. */
export const secretIn = (text: string): string | undefined => (SECRET.test(text) ? text : undefined)

/** A public key as it was answered; undefined for what is none. */
export const publicKeyIn = (text: string): string | undefined =>
  PUBLIC.test(text) && Buffer.from(text.slice(5), 'base64').length === PUBLIC_BYTES ? text : undefined

/** Judges a delivery by every kind of key there is: it must be signed by each. `now`: the time of the sender. */
export const judge = async ({ headers, body }: Delivery, keys: EndpointKeys, now: Millis): Promise<Judged> => {
  const kinds = [
    ['v1', keys.secrets],
    ['v1a', keys.publicKeys],
  ] as const
  const by: string[] = []
  try {
    for (const [version, ofKind] of kinds) {
      if (ofKind.length === 0) continue
      await verifyWebhook(ofKind, headers, body, { now: new Date(now) })
      by.push(version)
    }
    // One that comes before the own endpoint has told its keys is tried again.
    return by.length > 0 ? { by } : { by, why: 'no key is known yet' }
  } catch (error) {
    if (error instanceof WebhookInvalid || error instanceof SyntaxError) return { by, why: error.message }
    throw error
  }
}
