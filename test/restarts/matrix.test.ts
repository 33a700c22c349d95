import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import { type Begun, ending, isOver, type Journey, journeys } from '../../local/demo/journeys.ts'
import {
  codeFor,
  codeToScan,
  formOf,
  messageToken,
  type Person,
  pushplusSend,
  scan,
  signIn,
  verificationNow,
} from '../../local/demo/user.ts'
import { type Instance, startInstance } from '../flows/instance.ts'
import { freshKey } from '../fresh-key.ts'
import { insisting } from '../insisting.ts'

/** Every function of the money path, and how many calls to AWS one run of it may make. */
const path = [
  { fn: 'verification-submit', calls: 4 },
  { fn: 'payment-pay', calls: 4 },
  { fn: 'payment-wechat-pay-notification', calls: 3 },
  { fn: 'verification-check', calls: 5 },
  { fn: 'payment-refund', calls: 2 },
  { fn: 'payment-order', calls: 3 },
  { fn: 'upkeep-sweep', calls: 3 },
] as const

const actions = ['kill_before', 'kill_after'] as const

const travelled = journeys.filter(({ name }) =>
  ['fee + no_record', 'membership + match', 'membership + mismatch', 'the payment comes too late'].includes(name),
)

const points = path.flatMap(({ fn, calls }) =>
  actions.flatMap((action) => Array.from({ length: calls }, (_none, at) => ({ fn, action, nth: at + 1 }))),
)

/** A function dies once, so the second try meets another one. */
const PATIENCE = { tries: 4, pauseMs: 0 }

/** Longest until an order whose time is over is closed, in minutes: the worker that died over it is woken again. */
const CLOSING = 10

describe.each(travelled.map((journey) => ({ name: journey.name, journey })))('P6 P7 P16 $name', ({ journey }) => {
  let instance: Instance
  beforeAll(async () => {
    instance = await startInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  /** A person who was not here before; when the catalogue is used up, the instance forgets everything. */
  const fresh = async (): Promise<Person> => {
    instance.engine.faults.clear()
    const person = await instance.person(journey.outcome).catch(() => undefined)
    if (person) return person
    await instance.clear()
    return instance.person(journey.outcome)
  }

  const begun = async (person: Person, fault: () => void): Promise<Begun> => {
    const { platform } = instance
    const user = await signIn(platform, person.phone)
    const token = await messageToken(platform, user)
    const sentBefore = await pushplusSend(platform, token, 'before')
    const code = await codeFor(platform, person.phone, user.token)
    fault()
    const call = {
      body: formOf(person, journey.offer, code),
      token: user.token,
      headers: freshKey(),
    }
    const client = insisting(platform, PATIENCE)
    const { id, order } = await client.must(submitRoute, call)
    const { codeUrl, outTradeNo } = await codeToScan(client, user, order.id)
    return {
      person,
      user,
      token,
      sentBefore,
      verificationId: id,
      orderId: order.id,
      amountFen: order.amountFen,
      codeUrl,
      outTradeNo,
    }
  }

  /** Lets the time of the order run out; a payment is late only once the order is closed. */
  const tooLate = async ({ user, verificationId }: Begun, waits: string): Promise<void> => {
    const { platform } = instance
    await platform.pass(waits)
    for (let minute = 0; minute < CLOSING; minute += 1) {
      if ((await verificationNow(platform, user, verificationId)).status !== 'awaiting_payment') return
      await platform.pass('1m')
    }
  }

  const travel = async (person: Person, fault: () => void) => {
    const { platform, engine } = instance
    const stage = { platform, step: () => {} }
    const way = await begun(person, fault)
    if (journey.waits) await tooLate(way, journey.waits)
    await scan(platform, way.codeUrl, journey.faults)
    for (let minute = 0; minute < 15; minute += 1) {
      await platform.pass(minute === 0 ? '0s' : '1m')
      if (minute === 1) await engine.restart()
      if (await isOver(stage, way)) break
    }
    return ending(stage, journey, way)
  }

  /** What the platform may keep when it cannot know whether the vendor was asked: nothing. */
  const givenUp = (all: Journey) => ({
    ...all.expected,
    status: 'undetermined',
    refundedFen: all.expected.paidFen,
    send: 905,
  })

  it.each(points)('$fn dies: $action its call $nth', { timeout: 60_000 }, async ({ fn, action, nth }) => {
    const person = await fresh()
    const { mostCalls, calls, ...ended } = await travel(person, () =>
      instance.engine.faults.add({ target: 'function', fn, action, nth, times: 1, ms: 0 }),
    )
    const allowed = [journey.expected, ...(fn === 'verification-check' ? [givenUp(journey)] : [])]
    expect(allowed.map(({ mostCalls: _most, ...rest }) => rest)).toContainEqual(ended)
    expect(calls).toBeLessThanOrEqual(mostCalls)
  })
})
