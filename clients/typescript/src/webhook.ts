import type { Schemas } from './calling/types.ts'

/** Headers as a server has them: the web's, or a plain record as of Node, names in lower case. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** What Shiming sends to a channel. Newer services may send other types. */
export type WebhookEvent = Omit<Schemas['MessageWebhook'], 'timestamp'> & {
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

/** Ways to sign, by the version that stands before a signature; each tells whether `secret` has signed `content`. */
const versions: Readonly<Record<string, (secret: string, signature: Bytes, content: Bytes) => Promise<boolean>>> = {
  async v1(secret, signature, content) {
    const key = decoded(secret.replace(/^whsec_/, ''))
    if (!key?.length) throw new TypeError('a webhook secret is whsec_ and base 64, as the channel answered it')
    const how = { name: 'HMAC', hash: 'SHA-256' }
    // Compares in constant time.
    return crypto.subtle.verify(
      how,
      await crypto.subtle.importKey('raw', key, how, false, ['verify']),
      signature,
      content,
    )
  },
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

const isSigned = async (secrets: readonly string[], signatures: string, content: Bytes): Promise<boolean> => {
  for (const one of signatures.split(' ')) {
    const [version = '', text = ''] = one.split(',')
    const isBy = Object.hasOwn(versions, version) ? versions[version] : undefined
    const signature = decoded(text)
    if (!isBy || !signature) continue
    for (const secret of secrets) if (await isBy(secret, signature, content)) return true
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
 * @param secret The channel's signing secret (`whsec_…`); several while it is changed.
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
  const secrets = typeof secret === 'string' ? [secret] : secret
  if (!(await isSigned(secrets, signatures, content))) throw new WebhookInvalid('no signature fits')
  const { timestamp: at, ...event } = JSON.parse(new TextDecoder().decode(bytes)) as Schemas['MessageWebhook']
  return { ...event, id, at: new Date(at) }
}
