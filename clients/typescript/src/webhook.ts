import type { Schemas } from './calling/types.ts'
import type { PlatformEvent } from './events.ts'

/** Headers as a server has them: the web's, or a plain record as of Node, names in lower case. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * What Shiming delivers: a message to the channel of a user (`message`), or to an endpoint of the platform what happened. Types that are
 * not known here are for a newer version: answer 2xx and ignore them.
 */
export type WebhookEvent = (Omit<Schemas['MessageWebhook'], 'timestamp'> | PlatformEvent) & {
  /** Names the event; the same in every attempt to deliver it, so that a second one can be told. */
  id: string
  /** When it happened. */
  at: Date
}

/** How a delivery is judged. */
export type WebhookOptions = {
  /** How far the time of the sender may be from here, in seconds: 300 unless said. */
  toleranceSeconds?: number | undefined
  /** The time here; of the machine unless said. */
  now?: Date | undefined
}

/** The delivery is not from Shiming, was changed on its way, or is too old: answer 400 and do nothing. */
export class WebhookInvalid extends Error {
  override name = 'WebhookInvalid'
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))

/** The bytes of a text in base 64; undefined for what is none. */
const decoded = (base64: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    return bytesOf(base64)
  } catch {
    return undefined
  }
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

type Bytes = Uint8Array<ArrayBuffer>

const PUBLIC = 'whpk_'

type Key = { isPublic: boolean; bytes: Bytes }

const keyIn = (text: string): Key => {
  const isPublic = text.startsWith(PUBLIC)
  const bytes = decoded(text.replace(/^wh(?:sec|pk)_/, ''))
  if (!bytes?.length || (isPublic && bytes.length !== 32))
    throw new TypeError(
      'a webhook secret is whsec_ and base 64, a public key whpk_ and base 64 of 32 bytes, as they were shown',
    )
  return { isPublic, bytes }
}

/** Ways to sign, by the version that stands before a signature: what for, and whether by secrets or by key pairs. */
const versions: Readonly<Record<string, { how: { name: string; hash?: string }; isPublic: boolean }>> = {
  v1: { how: { name: 'HMAC', hash: 'SHA-256' }, isPublic: false },
  v1a: { how: { name: 'Ed25519' }, isPublic: true },
}

const headerIn = (headers: WebhookHeaders, name: string): string => {
  const found = typeof headers.get === 'function' ? headers.get(name) : (headers as Record<string, unknown>)[name]
  if (typeof found !== 'string' || found === '') throw new WebhookInvalid(`the header ${name} is missing`)
  return found
}

const joined = (start: Bytes, end: Bytes): Bytes => {
  const all = new Uint8Array(start.length + end.length)
  all.set(start)
  all.set(end, start.length)
  return all
}

const bodyBytes = (body: string | Uint8Array | ArrayBuffer): Bytes => {
  if (typeof body === 'string') return utf8(body)
  if (body instanceof ArrayBuffer || body instanceof Uint8Array) return new Uint8Array(body)
  throw new TypeError(
    'give the body as it came, not what was parsed of it: as text or bytes (express.raw, request.text())',
  )
}

const isSigned = async (keys: readonly Key[], signatures: string, content: Bytes): Promise<boolean> => {
  for (const one of signatures.split(' ')) {
    const [name = '', text = ''] = one.split(',')
    const version = Object.hasOwn(versions, name) ? versions[name] : undefined
    const signature = decoded(text)
    if (!version || !signature) continue
    for (const { bytes } of keys.filter(({ isPublic }) => isPublic === version.isPublic)) {
      const key = await crypto.subtle.importKey('raw', bytes, version.how, false, ['verify'])
      // Compares in constant time.
      if (await crypto.subtle.verify(version.how, key, signature, content)) return true
    }
  }
  return false
}

const assertRecent = (timestamp: string, { toleranceSeconds = 300, now = new Date() }: WebhookOptions): void => {
  const off = /^\d{1,12}$/.test(timestamp) ? Math.abs(Number(timestamp) - now.getTime() / 1000) : Number.NaN
  if (!(off <= toleranceSeconds)) throw new WebhookInvalid('the time of the delivery is too far from the time here')
}

/**
 * Judges a delivery by Standard Webhooks and answers its event. Throws `WebhookInvalid` for one that must not be believed.
 *
 * ```ts
 * const event = await verifyWebhook(process.env.WEBHOOK_SECRET, request.headers, await request.text())
 * ```
 *
 * @param secret The secret of the channel or endpoint (`whsec_…`), or the public key of the endpoint (`whpk_…`); several while one is
 * changed.
 * @param body The body exactly as it came: text or bytes, never what was parsed of it.
 */
export const verifyWebhook = async (
  secret: string | readonly string[],
  headers: WebhookHeaders,
  body: string | Uint8Array | ArrayBuffer,
  options: WebhookOptions = {},
): Promise<WebhookEvent> => {
  const bytes = bodyBytes(body)
  const id = headerIn(headers, 'webhook-id')
  const sentAt = headerIn(headers, 'webhook-timestamp')
  const signatures = headerIn(headers, 'webhook-signature')
  assertRecent(sentAt, options)
  const content = joined(utf8(`${id}.${sentAt}.`), bytes)
  const keys = (typeof secret === 'string' ? [secret] : secret).map(keyIn)
  if (!(await isSigned(keys, signatures, content))) throw new WebhookInvalid('no signature fits')
  const { timestamp: at, ...event } = JSON.parse(new TextDecoder().decode(bytes)) as { timestamp: string }
  return { ...(event as WebhookEvent), id, at: new Date(at) }
}
