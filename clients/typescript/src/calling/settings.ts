import type { EnforcementNotice } from './enforcement.ts'

/** A language in which the service can say why it refuses. */
export type Language = 'zh' | 'en'

/** One attempt that is about to be made. */
export type RequestSeen = {
  /** As the API's description names it, without ids: `GET /v1/orders/{id}`. */
  route: string
  /** 1 for the first. */
  attempt: number
}

/** One attempt that has ended. */
export type ResponseSeen = RequestSeen & {
  /** The HTTP status; undefined where no answer came. */
  status: number | undefined
  /** How long it took. */
  ms: number
  /** Names the answer in the logs of the service. */
  requestId: string | undefined
}

/** What holds for every call of a client. */
export type CallSettings = {
  /** Address of the service: `https://shiming.example.cn`. */
  baseUrl: string
  /** Language of the texts in problems: `zh` unless said. */
  language?: Language | undefined
  /** Longest a call may take with all its attempts, in ms: a minute unless said. */
  timeoutMs?: number | undefined
  /** How often a call that failed is tried again where that is safe: twice unless said. */
  retries?: number | undefined
  /** What sends: the global `fetch` unless said. */
  fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
  /** Told of every attempt before it is made; for logs. It sees no body, id or key. */
  onRequest?: ((seen: RequestSeen) => void) | undefined
  /** Told of every attempt once it has ended. */
  onResponse?: ((seen: ResponseSeen) => void) | undefined
}

/** What may be said of a single call. */
export type CallOptions = {
  /** Ends the call; it rejects with the reason of the signal. */
  signal?: AbortSignal | undefined
  /** Longest this call may take with all its attempts, in ms. */
  timeoutMs?: number | undefined
  /** Told where the answer warns that what passes now will be refused as `not_verified` from some day on. */
  onEnforcement?: ((told: EnforcementNotice) => void) | undefined
}

/** What may be said of a call that the service knows again by its key. */
export type KeyedOptions = CallOptions & {
  /**
   * Names this very deed, so that saying it twice does it once: 1 to 255 visible ASCII characters. Made for you, and the same in every
   * attempt of one call; give your own where the call itself may be repeated, after a crash for instance.
   */
  idempotencyKey?: string | undefined
}

const VISIBLE = /^[\x21-\x7e]+$/

/** A text that can stand in a header; throws a TypeError that names it, and never shows it, for any other. */
export const headerSafe = (name: string, text: string): string => {
  // Else the platform's own error would quote it.
  if (!VISIBLE.test(text)) throw new TypeError(`${name} must be visible ASCII characters without blanks`)
  return text
}

/** The address of the service without a slash at its end; throws a TypeError for what cannot be one. */
export const baseAddress = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isAddress = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash
  if (!isAddress) throw new TypeError('baseUrl must be an http(s) address without user, query or fragment')
  return url.href.replace(/\/$/, '')
}
