import { verifyWebhook, WebhookInvalid } from 'shiming-client'

export const POST = async (request: Request): Promise<Response> => {
  try {
    // The bytes as they came: a signature is over them, not over what was parsed.
    const secret = process.env.SHIMING_WEBHOOK_SECRET ?? ''
    const event = await verifyWebhook(secret, request.headers, await request.text())
    // It may come twice: keep event.id, and do nothing the second time.
    console.log('webhook', event.type, event.id)
    return new Response(null, { status: 204 })
  } catch (error) {
    if (error instanceof WebhookInvalid) return new Response(null, { status: 400 })
    throw error
  }
}
