/** A request as it was sent. */
export type Sent = { method: string; url: string; headers: Headers; body: unknown }

/** What is answered: a status with JSON, or a failure of the network. */
export type Scripted =
  | { status: number; body?: unknown; headers?: Record<string, string>; text?: string }
  | 'unreachable'

/** A service that answers what it was told to, in that order, the last of it for good; `sent` is what it was asked. */
export const scriptedService = (...answers: Scripted[]) => {
  const sent: Sent[] = []
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    sent.push({ method: String(init.method), url, headers, body: init.body && JSON.parse(String(init.body)) })
    init.signal?.throwIfAborted()
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (!answer || answer === 'unreachable') throw new TypeError('fetch failed')
    const { status, body, text } = answer
    const type = status < 400 ? 'application/json' : 'application/problem+json'
    const told = status < 400 || body === undefined ? body : { status, detail: 'why', ...body }
    const made = text ?? (told === undefined ? null : JSON.stringify(told))
    return new Response(made, {
      status,
      headers: { ...(text === undefined && { 'content-type': type }), ...answer.headers },
    })
  }
  return { sent, fetch, baseUrl: 'https://shiming.example.cn' }
}

/** A refusal with that code. */
export const refusal = (status: number, code: string, more: object = {}): Scripted => ({
  status,
  body: { code, ...more },
})
