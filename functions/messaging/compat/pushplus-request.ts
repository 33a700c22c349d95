import { isUtf8 } from 'node:buffer'
import { type Outcome, ok, refused, refusedField } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Channel, Draft, Template } from '../sending/message.ts'

/** A call of /send as it came in. `rawQuery` is still encoded. */
export type WireRequest = { method: string; path: string; rawQuery: string; rawBody: Buffer; contentType?: string }

/**
 * Who claims to send, and what; a draft that is wrong is a refusal, told only after token, gate and limits. `unreadable`: the
 * body may hold anything, also the token. `channel`: as the caller names it.
 */
export type WireMessage = { token?: string; channel: string; draft: Outcome<Draft>; unreadable: boolean }

/** Finds a parameter; one that is missing, null or empty is absent. */
type Field = (name: string) => string | undefined

/** Bytes of a body; the longest content allowed fits with room to spare. */
const MAX_BODY = 1024 * 1024

/** As whatever verb a script sends. */
export const wireMethods = ['GET', 'POST', 'PUT', 'DELETE'] as const

/** The four templates with structured content are shown as what they are: JSON. */
const templates = new Map<string, Template>([
  ['html', 'html'],
  ['txt', 'txt'],
  ['markdown', 'markdown'],
  ['json', 'json'],
  ['cloudMonitor', 'json'],
  ['jenkins', 'json'],
  ['route', 'json'],
  ['pay', 'json'],
])

/** pushplus's own ways of showing a message to its receiver are our inbox. */
const channels = new Map<string, Channel>([
  ['wechat', 'inbox'],
  ['app', 'inbox'],
  ['webhook', 'webhook'],
])

/** What a caller may name, each without more about it. */
export const wireTemplates = [...templates.keys()]
export const wireChannels = [...channels.keys()]

const DEFAULT_CHANNEL = 'wechat'

/** Clients send numbers as strings, strings as numbers, and the Jenkins plugin an object as content. */
const textOf = (value: unknown): string | undefined => {
  if (value === null || value === undefined || value === '') return undefined
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const formField = (text: string): Field => {
  const form = new URLSearchParams(text)
  return (name) => form.get(name) || undefined
}

const jsonField = (text: string): Outcome<Field> => {
  try {
    const parsed: unknown = JSON.parse(text)
    return isRecord(parsed) ? ok((name) => textOf(parsed[name])) : refused('malformed_json')
  } catch {
    return refused('malformed_json')
  }
}

const isMultipart = (text: string, type: string): boolean =>
  type.startsWith('multipart/') || /^--[^\r\n]*\r?\nContent-Disposition:/i.test(text)

/** Whether what a form escapes is UTF-8; a % that escapes nothing is text. */
const isUtf8Form = (text: string): boolean => {
  try {
    for (const [escaped] of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) decodeURIComponent(escaped)
    return true
  } catch {
    return false
  }
}

/** A body by what it looks like, because many scripts send JSON under curl's default type. */
const bodyField = (text: string, contentType: string | undefined): Outcome<Field> => {
  const type = (contentType ?? '').replace(/;.*/, '').trim().toLowerCase()
  if (/^application\/(?:[\w.+-]+\+)?json$/.test(type) || text.trimStart().startsWith('{')) return jsonField(text)
  if (isMultipart(text, type)) return refused('multipart_unsupported')
  return isUtf8Form(text) ? ok(formField(text)) : refused('wrong_encoding')
}

/** Parameters of the body. With a template in the URL the whole body is the content, whatever it is. */
const fromBody = (request: WireRequest, url: Field): Outcome<Field> => {
  if (request.rawBody.length > MAX_BODY) return refused('body_too_large')
  // What would be delivered is replacement characters in the place of the text.
  if (!isUtf8(request.rawBody)) return refused('wrong_encoding')
  const text = new TextDecoder().decode(request.rawBody)
  if (text.trim() === '') return ok(() => undefined)
  if (url('template') !== undefined) return ok((name) => (name === 'content' ? text : undefined))
  return bodyField(text, request.contentType)
}

const BEFORE_TOKEN = ['/send', '/api/send', '/batchSend']

/** What stands behind the name of the call in a path, without the slashes around it. */
const tokenIn = (path: string): string | undefined => {
  const call = BEFORE_TOKEN.find((one) => path.startsWith(`${one}/`))
  if (call === undefined) return undefined
  let [from, to] = [call.length, path.length]
  while (path[from] === '/') from += 1
  while (path[to - 1] === '/') to -= 1
  return path.slice(from, to) || undefined
}

/** Parameters of the URL; the token may also be its last path segment. */
const fromUrl = (request: WireRequest): Field => {
  const query = formField(request.rawQuery)
  const token = tokenIn(request.path)
  return (name) => (name === 'token' ? (token ?? query(name)) : query(name))
}

const draftOf = (method: string, field: Field, now: Millis): Outcome<Draft> => {
  if (!wireMethods.some((one) => one === method)) return refused('method_not_allowed')
  const timestamp = field('timestamp')
  if (timestamp !== undefined && !/^\s*\d{1,15}\s*$/.test(timestamp))
    return refusedField('timestamp', 'timestamp_invalid')
  if (now > Number(timestamp)) return refusedField('timestamp', 'message_expired')
  const template = templates.get(field('template') ?? 'html')
  if (!template) return refusedField('template', 'template_unknown', { enum: wireTemplates })
  const named = field('channel') ?? DEFAULT_CHANNEL
  if (named.includes(',')) return refusedField('channel', 'one_channel_only')
  const channel = channels.get(named)
  if (!channel) return refusedField('channel', 'channel_unknown', { enum: wireChannels })
  // Neither would be called, and whoever asked for it would wait.
  if ((field('callbackUrl') ?? field('pre')) !== undefined) return refused('wire_extra_unsupported')
  // With a webhook the saved channel says who receives, so that topic and to do not apply.
  if (channel === 'inbox' && (field('topic') ?? field('to')) !== undefined) return refused('recipients_unsupported')
  return ok({
    title: field('title') ?? '',
    content: field('content') ?? '',
    template,
    channel,
    option: field('option') ?? field('webhook'),
  })
}

/**
 * Reads a call of /send: JSON, form or query; the body wins over the URL, the URL over the default; `option` and `webhook` are
 * one thing; unknown parameters are ignored. Never throws, whatever the bytes are.
 */
export const readWire = (request: WireRequest, now: Millis): WireMessage => {
  const url = fromUrl(request)
  const unread = { token: url('token'), channel: DEFAULT_CHANNEL, unreadable: true }
  try {
    const body = isUtf8Form(request.rawQuery) ? fromBody(request, url) : refused('wrong_encoding')
    if (!body.ok) return { ...unread, draft: body }
    const field: Field = (name) => body.value(name) ?? url(name)
    const [token, channel = DEFAULT_CHANNEL] = [field('token')?.trim(), field('channel')]
    return { token, channel, draft: draftOf(request.method, field, now), unreadable: false }
  } catch (error) {
    // JSON may be nested deeper than the stack when it is written out again as text.
    if (!(error instanceof RangeError)) throw error
    return { ...unread, draft: refused('malformed_json') }
  }
}
