import { gateRoute } from '../../functions/gate/ask.route.ts'
import { saveChannelRoute } from '../../functions/messaging/channel.route.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { accountRoute } from '../../functions/overview/read.route.ts'
import { sandboxSecrets } from '../../infra/sandbox-secrets.ts'
import { type Platform, platformAt } from '../../local/demo/platform.ts'
import { codeToScan, type Offer, scan, signIn, submit, vendorCalls } from '../../local/demo/user.ts'
import { type Engine, startEngine } from '../../local/engine.ts'
import { assemblyIn } from './assembly-in.ts'
import { type Row, type Section, verdict } from './report.ts'

/** Calls to DynamoDB, KMS and SQS. */
type Count = readonly [dynamodb: number, kms: number, sqs: number]

type Counted = { what: string; count: Count; budget?: Count; operations: string }

/** Longer than the channel takes for a refund, and than its pause before it repeats a notification. */
const A_WHILE_MS = 20_000

const NOTIFICATION = 'payment-wechat-pay-notification'

/** Counts the calls of one function since a mark, or while a step runs. */
const watcher = (engine: Engine, counted: Counted[]) => {
  const noted = (what: string, fn: string, mark: number, budget?: Count): void => {
    const calls = engine.calls.since(mark).filter((call) => call.fn === fn && call.service !== 'secretsmanager')
    const of = (service: string): number => calls.filter((call) => call.service === service).length
    const operations = calls.map(({ operation }) => operation).join(', ')
    counted.push({ what, count: [of('dynamodb'), of('kms'), of('sqs')], budget, operations })
  }
  const watched = async <T>(what: string, fn: string, step: () => Promise<T>, budget?: Count): Promise<T> => {
    const mark = engine.calls.mark()
    const result = await step()
    noted(what, fn, mark, budget)
    return result
  }
  return { noted, watched }
}

type Watcher = ReturnType<typeof watcher>

const personWith = async (platform: Platform, outcome: string) => {
  const [person] = await platform.sandbox.people(outcome)
  if (!person) throw new Error(`the catalogue has nobody for ${outcome}`)
  return person
}

/** What a submission costs: the first of an instance keeps the notice, and asks KMS for the key of number segments, for all after it. */
type SubmitRow = { what: string; budget?: Count }
const firstSubmit: SubmitRow = { what: 'submit, the first of an instance' }
const laterSubmit: SubmitRow = { what: 'submit', budget: [2, 2, 0] }

type Wanted = { outcome: string; offer: Offer; submitting: SubmitRow }

/** Signs in, submits, takes the code to scan; nothing is paid yet. */
const waiting = async (platform: Platform, { watched }: Watcher, { outcome, offer, submitting }: Wanted) => {
  const person = await personWith(platform, outcome)
  const user = await watched('sign-in', 'account-sign-in', () => signIn(platform, person.phone), [3, 1, 0])
  const { order } = await watched(
    submitting.what,
    'verification-submit',
    () => submit(platform, user, person, offer),
    submitting.budget,
  )
  const { codeUrl } = await watched('pay', 'payment-pay', () => codeToScan(platform, user, order.id))
  return { person, user, codeUrl }
}

/** A payment whose check fails, so that everything goes back: notification, check, refund. Answers the vendor calls. */
const refunded = async (platform: Platform, engine: Engine, watch: Watcher): Promise<number> => {
  const { person, codeUrl } = await waiting(platform, watch, {
    outcome: 'no_record',
    offer: 'fee',
    submitting: firstSubmit,
  })
  const mark = engine.calls.mark()
  await scan(platform, codeUrl)
  await engine.drain()
  watch.noted('payment notification', NOTIFICATION, mark, [2, 0, 2])
  watch.noted('check', 'verification-check', mark, [3, 1, 2])
  watch.noted('refund step', 'payment-refund', mark, [2, 0, 1])
  await watch.watched('refund notification', NOTIFICATION, () => engine.advance(A_WHILE_MS), [2, 0, 1])
  const { billed, unbilled } = await vendorCalls(platform, person.phone)
  return billed + unbilled
}

/** A notification whose answer is lost, so that the channel sends it again; then a verified user who sends. */
const duplicated = async (platform: Platform, engine: Engine, counted: Counted[]): Promise<void> => {
  const watch = watcher(engine, counted)
  const { watched } = watch
  const again: Counted[] = []
  const wanted = { outcome: 'match', offer: 'membership', submitting: laterSubmit } as const
  const { user, codeUrl } = await waiting(platform, watcher(engine, again), wanted)
  // All else of this way was counted on the one before.
  counted.push(...again.filter(({ what }) => what === laterSubmit.what))
  engine.faults.add({ target: 'route', path: '/webhooks/wechat-pay', action: 'break_after', times: 1 })
  await scan(platform, codeUrl)
  await engine.drain()
  await watched('duplicate notification', NOTIFICATION, () => engine.advance(A_WHILE_MS), [1, 0, 0])

  const { token } = user
  const body = { kind: 'webhook', url: 'https://hook.example.com/hook' }
  await platform.must(saveChannelRoute, { params: { code: 'hook' }, body, token })
  const mark = engine.calls.mark()
  await platform.must(sendRoute, { body: { content: 'hello', channel: 'webhook', option: 'hook' }, token })
  await engine.drain()
  watch.noted('send to a channel', 'messaging-send', mark, [3, 0, 1])
  watch.noted('deliver', 'messaging-deliver', mark, [2, 0, 0])
  await watched('account read', 'overview-read', () => platform.must(accountRoute, { token }))
  await watched('gate, asked by the user', 'gate-ask', () =>
    platform.must(gateRoute, { params: { feature: 'send_message' }, token }),
  )
}

const rowOf = ({ what, count, budget, operations }: Counted): Row => ({
  cells: [what, count.join(' / '), budget?.join(' / ') ?? '', operations],
  ...(budget && {
    verdict: verdict({
      calls: count.some((calls) => calls > 0) && count.every((calls, at) => calls <= (budget[at] ?? 0)),
    }),
  }),
})

/** The calls to AWS of every operation of the main job, counted on the wire of the local engine. */
export const awsCalls = async (copy: string): Promise<Section> => {
  const { secrets } = sandboxSecrets()
  const engine = await startEngine({
    assembly: await assemblyIn(copy),
    secrets,
    schedulesByRealTime: false,
    threads: { limit: 3, idleLimit: 3 },
  })
  try {
    const platform = platformAt(engine.url)
    const counted: Counted[] = []
    const watch = watcher(engine, counted)
    const vendor = await refunded(platform, engine, watch)
    await duplicated(platform, engine, counted)
    const vendorRow: Row = {
      cells: ['check: calls to the vendor', String(vendor), '1', ''],
      verdict: verdict({ calls: vendor === 1 }),
    }
    return {
      title: 'AWS calls',
      how: [
        'Calls to DynamoDB / KMS / SQS of one request or job, counted on the wire while one journey with a refund and one with a',
        'duplicate notification and a message run on the local engine. Reading secrets (once in ten minutes) and receiving from',
        'queues (which Lambda does) are not counted.',
      ].join('\n'),
      head: ['operation', 'calls', 'budget', 'which'],
      rows: [...counted.map(rowOf), vendorRow],
    }
  } finally {
    await engine.stop()
  }
}
