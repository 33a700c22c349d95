import Fastify, { type FastifyRequest } from 'fastify'
import { type Body, createShiming, ShimingProblem, verifyWebhook, WebhookInvalid } from 'shiming-client'

const {
  SHIMING_URL = 'http://127.0.0.1:4000',
  SHIMING_API_KEY,
  SHIMING_WEBHOOK_SECRET = '',
  PORT = '3000',
} = process.env
const shiming = createShiming({ baseUrl: SHIMING_URL, apiKey: SHIMING_API_KEY })
const app = Fastify()

/** Who is asking, by the name the platform has for them. */
const externalId = (request: FastifyRequest): string => String(request.headers['x-user'])

/** Their session here; the code of a text message belongs to it. An app keeps the token beside its own session, on its server. */
const sessionOf = async (request: FastifyRequest) => {
  const user = externalId(request)
  const token = tokens.get(user) ?? (await shiming.sessions.create({ externalId: user })).token
  if (token) tokens.set(user, token)
  return shiming.withSession({ token })
}
const tokens = new Map<string, string>()

app.post('/comments', async (request, reply) => {
  const decision = await shiming.gate.ask('send_message', { externalId: externalId(request) })
  if (decision.allowed) return reply.status(201).send(request.body)
  // 905: they verify, and come back. Someone who is banned has nowhere to go, and is told why.
  return decision.verifyUrl ? reply.redirect(decision.verifyUrl, 303) : reply.status(403).send(decision)
})

app.post<{ Body: { phone: string } }>('/codes', async (request, reply) => {
  const { retryAt } = await (await sessionOf(request)).smsCodes.send(request.body.phone)
  return reply.status(202).send({ retryAt })
})

app.post<{ Body: Body<'POST /v1/verifications'> }>('/verifications', async (request, reply) => {
  const user = await sessionOf(request)
  const { id, order } = await user.verifications.submit(request.body)
  const { codeUrl } = await user.orders.pay(order.id, { method: 'wechat_native' })
  return reply.status(201).send({ id, codeUrl })
})

app.get<{ Params: { id: string } }>('/verifications/:id', async (request) => {
  const { status, retryAt } = await (await sessionOf(request)).verifications.get(request.params.id)
  return { status, retryAt }
})

// In a scope of its own: a signature is over the bytes as they came, so here nothing is parsed.
app.register(async (scope) => {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser<string>('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  scope.post<{ Body: string }>('/webhooks/shiming', async (request, reply) => {
    const event = await verifyWebhook(SHIMING_WEBHOOK_SECRET, request.headers, request.body)
    // It may come twice: keep event.id, and do nothing the second time.
    console.log('webhook', event.type, event.id)
    return reply.status(204).send()
  })
})

// A refusal of Shiming is one for the user too: its text and fields are written for them.
app.setErrorHandler((error, _request, reply) => {
  if (error instanceof WebhookInvalid) return reply.status(400).send()
  if (!(error instanceof ShimingProblem)) throw error
  const { status, code, detail, errors } = error
  return reply.status(status).send({ code, detail, errors })
})

console.log(await app.listen({ port: Number(PORT), host: '127.0.0.1' }))
