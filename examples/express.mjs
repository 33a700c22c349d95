import express from 'express'
import { createShiming, ShimingProblem, verifyWebhook, WebhookInvalid } from 'shiming-client'

const {
  SHIMING_URL = 'http://127.0.0.1:4000',
  SHIMING_API_KEY,
  SHIMING_WEBHOOK_SECRET = '',
  PORT = '3000',
} = process.env
const shiming = createShiming({ baseUrl: SHIMING_URL, apiKey: SHIMING_API_KEY })
const app = express()

// Before express.json(): a signature is over the bytes as they came.
app.post('/webhooks/shiming', express.raw({ type: '*/*' }), async (request, response) => {
  const event = await verifyWebhook(SHIMING_WEBHOOK_SECRET, request.headers, request.body)
  // It may come twice: keep event.id, and do nothing the second time.
  console.log('webhook', event.type, event.id)
  response.sendStatus(204)
})

app.use(express.json())

/** Who is asking, by the name the platform has for them. */
const externalId = (request) => request.get('x-user')

/** Their session here; the code of a text message belongs to it. An app keeps the token beside its own session, on its server. */
const sessionOf = async (request) => {
  const user = externalId(request)
  if (!tokens.has(user)) tokens.set(user, (await shiming.sessions.create({ externalId: user })).token)
  return shiming.withSession(tokens.get(user))
}
const tokens = new Map()

app.post('/comments', async (request, response) => {
  const decision = await shiming.gate.ask('send_message', { externalId: externalId(request) })
  if (decision.allowed) return response.status(201).json(request.body)
  // 905: they verify, and come back. Someone who is banned has nowhere to go, and is told why.
  if (decision.verifyUrl) return response.redirect(303, decision.verifyUrl)
  response.status(403).json(decision)
})

app.post('/codes', async (request, response) => {
  const { retryAt } = await (await sessionOf(request)).smsCodes.send(request.body.phone)
  response.status(202).json({ retryAt })
})

app.post('/verifications', async (request, response) => {
  const user = await sessionOf(request)
  const { id, order } = await user.verifications.submit(request.body)
  const { codeUrl } = await user.orders.pay(order.id, { method: 'wechat_native' })
  response.status(201).json({ id, codeUrl })
})

app.get('/verifications/:id', async (request, response) => {
  const { status, retryAt } = await (await sessionOf(request)).verifications.get(request.params.id)
  response.json({ status, retryAt })
})

// A refusal of Shiming is one for the user too: its text and fields are written for them.
app.use((error, _request, response, next) => {
  if (error instanceof WebhookInvalid) return response.sendStatus(400)
  if (!(error instanceof ShimingProblem)) return next(error)
  response.status(error.status).json({ code: error.code, detail: error.detail, errors: error.errors })
})

const server = app.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
