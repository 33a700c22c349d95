import { enforcementIn } from './enforcement.ts'
import { ShimingError, ShimingProblem, ShimingUnexpected, ShimingUnreachable } from './errors.ts'
import { askedWait, isHarmless, takesKey, waitBeforeNext } from './repeating.ts'
import { type CallSettings, headerSafe, type KeyedOptions } from './settings.ts'
import { pause, withinTime } from './waiting.ts'

/** A call without its types. */
export type Call = KeyedOptions & {
  route: string
  params?: Readonly<Record<string, string>> | undefined
  query?: Readonly<Record<string, unknown>>
  body?: unknown
  headers?: Readonly<Record<string, string>>
}

const MINUTE_MS = 60_000
/** The gateway before the service gives up then: no answer comes any more, and there is time for another attempt. */
const ATTEMPT_MS = 30_000

/** What stands for a parameter in a path. Dots alone would lead to another path. */
const segment = (route: string, name: string, text: unknown): string => {
  if (typeof text !== 'string' || /^\.{0,2}$/.test(text)) throw new TypeError(`${route} needs a text for ${name}`)
  return encodeURIComponent(text)
}

const addressOf = (baseUrl: string, { route, params = {}, query = {} }: Call): string => {
  const path = route.slice(route.indexOf(' ') + 1)
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => segment(route, name, params[name]))
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value))
  const search = asked.toString()
  return `${baseUrl}${filled}${search && `?${search}`}`
}

const initOf = ({ language }: CallSettings, call: Call): RequestInit => {
  const { route, body, headers } = call
  const key = takesKey(route) ? headerSafe('idempotencyKey', call.idempotencyKey ?? crypto.randomUUID()) : undefined
  return {
    method: route.slice(0, route.indexOf(' ')),
    headers: {
      accept: 'application/json',
      ...(language && { 'accept-language': language }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key && { 'idempotency-key': key }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    // A redirect would turn a POST into a GET, and carry credentials along.
    redirect: 'manual',
    // A framework that keeps answers would let in tomorrow who was let in today. Some Workers know no such option.
    ...('cache' in Request.prototype && { cache: 'no-store' as const }),
  }
}

const isJson = (type: string | null): boolean => /^application\/(?:[\w.-]+\+)?json\b/.test(type ?? '')

/** What an answer says: its body, or the error it is. */
const readAnswer = async (route: string, response: Response): Promise<{ value: unknown } | ShimingError> => {
  const { ok, status, headers } = response
  const type = headers.get('content-type')
  const text = await response.text()
  if (ok && text === '') return { value: undefined }
  let json: unknown
  try {
    json = isJson(type) ? JSON.parse(text) : undefined
  } catch {
    // Cut off on its way; judged below.
  }
  if (typeof json !== 'object' || json === null) return new ShimingUnexpected(route, status, type)
  if (ok) return { value: json }
  const told = json as { code?: unknown; status?: unknown; detail?: unknown }
  return typeof told.code === 'string' && told.status === status
    ? new ShimingProblem(route, { ...told, code: told.code, status, detail: String(told.detail) })
    : new ShimingUnexpected(route, status, type)
}

type Ended = { value: unknown } | { error: ShimingError; askedMs: number | undefined }

/** Makes one attempt; rejects only with the caller's own reason. */
const attempt = async (
  settings: CallSettings,
  call: Call,
  url: string,
  init: RequestInit,
  leftMs: number,
  nth: number,
): Promise<Ended> => {
  const { route } = call
  const started = performance.now()
  const seen = { route, attempt: nth }
  settings.onRequest?.(seen)
  const send = settings.fetch ?? fetch
  const done = await withinTime(
    isHarmless(route) ? Math.min(leftMs, ATTEMPT_MS) : leftMs,
    call.signal,
    async (signal) => {
      const response = await send(url, { ...init, signal })
      return { response, read: await readAnswer(route, response) }
    },
  )
  call.signal?.throwIfAborted()
  const response = 'value' in done ? done.value.response : undefined
  const requestId = response?.headers.get('x-request-id') ?? undefined
  settings.onResponse?.({ ...seen, status: response?.status, ms: Math.round(performance.now() - started), requestId })
  if ('error' in done) {
    const why = done.isOver ? 'no answer in time' : 'the service cannot be reached'
    const error = new ShimingUnreachable(route, why, !route.startsWith('GET '), { cause: done.error })
    return { error, askedMs: undefined }
  }
  const { read } = done.value
  const enforcement = enforcementIn(done.value.response.headers)
  if (enforcement) call.onEnforcement?.(enforcement)
  const askedMs = askedWait(done.value.response.headers.get('retry-after'))
  return read instanceof ShimingError ? { error: read, askedMs } : read
}

/** A repeat that finds nothing to take away any more: the attempt before has done it, and its answer was lost. */
const isDoneBefore = (error: ShimingError, nth: number): boolean =>
  nth > 1 && error.route.startsWith('DELETE ') && error instanceof ShimingProblem && error.code === 'not_found'

/**
 * Makes a call, and makes it again where that is safe and worth it (`repeating.ts`); answers the body of the success. Rejects with a
 * `ShimingError`, with the reason of the caller's signal, or with a TypeError for what cannot be sent.
 */
export const exchange = async (settings: CallSettings, call: Call): Promise<unknown> => {
  call.signal?.throwIfAborted()
  const url = addressOf(settings.baseUrl, call)
  const init = initOf(settings, call)
  const until = performance.now() + (call.timeoutMs ?? settings.timeoutMs ?? MINUTE_MS)
  for (let nth = 1; ; nth += 1) {
    const ended = await attempt(settings, call, url, init, until - performance.now(), nth)
    if ('value' in ended) return ended.value
    if (isDoneBefore(ended.error, nth)) return undefined
    const wait = nth <= (settings.retries ?? 2) ? waitBeforeNext(ended.error, nth - 1, ended.askedMs) : undefined
    if (wait === undefined || performance.now() + wait >= until) throw ended.error
    await pause(wait, call.signal)
  }
}
