// What a platform does with what Shiming tells it, so that `npx shiming conform` finds nothing: start it as examples/README.md says.
import express from 'express'
import { createShiming, ShimingProblem, verifyWebhook, WebhookInvalid } from 'shiming-client'

const {
  SHIMING_URL = 'http://127.0.0.1:4000',
  SHIMING_API_KEY,
  SHIMING_WEBHOOK_SECRET = '',
  PORT = '3000',
} = process.env
// Two while one is changed; the public key of the endpoint (whpk_…) does as well.
const secrets = SHIMING_WEBHOOK_SECRET.split(',')
const shiming = createShiming({ baseUrl: SHIMING_URL, apiKey: SHIMING_API_KEY })
const app = express()

// Tables of a database, in a real app: they must outlive it, and what is done for an event is one transaction with keeping its id.
const seen = new Set()
const users = new Map()
const userOf = (externalId) => {
  if (!users.has(externalId))
    users.set(externalId, { verified: false, banned: false, refundedFen: 0, newest: { verified: 0, banned: 0 } })
  return users.get(externalId)
}

/** Sets what a user is, unless something newer has said it: events may come late. Each thing has a sequence of its own. */
const set = (user, thing, value, { sequence }) => {
  if (sequence <= user.newest[thing]) return
  user[thing] = value
  user.newest[thing] = sequence
}

/** What each event changes here. Of a type that is not in it, known or not, there is nothing to do. */
const changes = {
  'verification.verified': (user, event) => set(user, 'verified', true, event),
  'verification.cleared': (user, event) => set(user, 'verified', false, event),
  'account.banned': (user, event) => set(user, 'banned', true, event),
  // Another ban may still stand.
  'account.unbanned': (user, event) => set(user, 'banned', event.data.stillBanned, event),
  // Each refund comes once, however many an order has; one that was only submitted has not come.
  'refund.succeeded': (user, event) => {
    user.refundedFen += event.data.refundFen
  },
  // It was told too early, which is rare: the channel did not send it after all, and it is owed again.
  'refund.reopened': (user, event) => {
    user.refundedFen -= event.data.refundFen
  },
}

const take = (event) => {
  // Looked up and kept in one step: two deliveries of one event may be here at the same time.
  if (seen.has(event.id)) return
  seen.add(event.id)
  // Whom the platform has given no name, and what belongs to nobody, is none of its users.
  const { externalId } = event.account ?? {}
  if (externalId !== undefined && Object.hasOwn(changes, event.type)) changes[event.type](userOf(externalId), event)
}

// Before express.json(): a signature is over the bytes as they came.
app.post('/webhooks/shiming', express.raw({ type: '*/*' }), async (request, response) => {
  const event = await verifyWebhook(secrets, request.headers, request.body)
  take(event)
  response.sendStatus(204)
  // Whatever takes long, mails or calls of others, begins here, after the answer, or goes into a queue.
})

app.use(express.json())

app.post('/comments', async (request, response) => {
  const externalId = request.get('x-user')
  if (users.get(externalId)?.banned) return response.status(403).json({ code: 'banned' })
  const decision = await shiming.gate.ask('send_message', { externalId })
  if (decision.allowed) return response.status(201).json(request.body)
  if (decision.verifyUrl) return response.redirect(303, decision.verifyUrl)
  response.status(403).json(decision)
})

// For `npx shiming conform --state` alone: no app tells strangers what it knows of its users.
if (process.env.CONFORM === '1')
  app.get('/conform/state', (request, response) => {
    const { verified, banned, refundedFen } = userOf(request.query.externalId)
    response.json({ verified, banned, refundedFen })
  })

// Trouble opens no gate, and is no reason to send somebody anywhere.
app.use((error, _request, response, next) => {
  if (error instanceof WebhookInvalid) return response.sendStatus(400)
  if (error instanceof ShimingProblem) return response.status(502).json({ detail: error.detail })
  next(error)
})

const server = app.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`))
