import type { Delivery } from './judge.ts'

/** What the own app answered; `failed`: it could not be asked. */
export type Forwarded = { status: number } | { failed: string }

/** As long as a delivery may take. */
const PATIENCE_MS = 10_000

const PASSED_ON = ['content-type', 'user-agent', 'webhook-id', 'webhook-timestamp', 'webhook-signature']

/** Hands a delivery on to an address of one's own, to the byte and with its signatures. */
export const forward = async (address: string, { headers, body }: Delivery): Promise<Forwarded> => {
  const passed = PASSED_ON.flatMap((name) => {
    const value = headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  try {
    const { status } = await fetch(address, {
      method: 'POST',
      headers: Object.fromEntries(passed),
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return { status }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    return { failed: cause instanceof Error ? cause.message : String(cause) }
  }
}
