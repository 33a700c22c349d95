import { outgoing } from '../../../shared/http/outgoing.ts'

/** A request as it was made. */
export type Sent = { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; body?: string }

/** What came: an answer, or why none did. */
export type Came = { status: number; location: string; text: string } | { status: undefined; reason: string }

/** A request, what came of it, and how long that took. */
export type Exchange = { sent: Sent; came: Came; ms: number }

/** As much as Shiming itself reads of an answer. */
const MAX_BYTES = 1_000_000

/** Sends a request on a connection of its own, as Shiming does: it follows no redirect, and waits for an answer for `withinMs`. */
export const exchange = async (sent: Sent, withinMs: number): Promise<Exchange> => {
  const began = performance.now()
  const reply = await outgoing({ connectMs: withinMs, totalMs: withinMs, maxBytes: MAX_BYTES })(sent)
  const ms = Math.round(performance.now() - began)
  if (reply.kind !== 'answered') return { sent, came: { status: undefined, reason: reply.reason }, ms }
  const { status, headers, body } = reply
  return { sent, came: { status, location: headers.location ?? '', text: body.toString() }, ms }
}

/** Whether the other side has said that it did what it was asked for. */
export const isTaken = ({ came }: Exchange): boolean =>
  came.status !== undefined && came.status >= 200 && came.status < 300
