import type { TestPerson } from '../../../clients/typescript/src/sandbox.ts'
import { ForPeople } from '../../../shared/command/for-people.ts'
import { both, type Told } from '../../../shared/command/told.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import { isOver } from '../../demo/journeys.ts'
import type { Reached } from '../../demo/platform.ts'
import { codeFor, formOf, type Offer } from '../../demo/user.ts'

/** Where something is brought about, and how it goes on there. */
export type Scene = {
  url: string
  reached: Reached
  /** The time there. */
  now(): Promise<Millis>
  /** Tells what is being done, for whoever watches. */
  step(told: Told): void
  /** Lets the clock of the instance go on; undefined where only real time passes. */
  pass: ((by: string) => Promise<unknown>) | undefined
  /** How long a result is waited for where only real time passes. */
  patienceMs: number
}

/** A verification that somebody has begun, with its order. */
export type Submitted = { user: { token: string }; verificationId: string; orderId: string }

/** A test person of that outcome of whom no vendor was asked yet. Throws ForPeople where all were used. */
export const unusedPerson = async ({ reached }: Scene, outcome: string): Promise<TestPerson> => {
  const all = await reached.sandbox.people(outcome)
  const person = await reached.sandbox.unusedPerson(outcome).catch(() => undefined)
  if (person) return person
  throw new ForPeople(
    both(
      `这个实例里 ${outcome} 的 ${all.length} 个测试人都用过了：换一个新实例（start --memory）`,
      `all ${all.length} test people of ${outcome} were used at this instance: start a fresh one (start --memory)`,
    ),
  )
}

/** A session of a user of the platform. */
export const sessionOf = async ({ reached: { shiming } }: Scene, externalId: string): Promise<{ token: string }> => {
  const { token = '' } = await shiming.sessions.create({ externalId })
  return { token }
}

/** A session for a user of the platform, and the submission of that person in it. */
export const submitAs = async (
  scene: Scene,
  user: { token: string },
  person: TestPerson,
  offer: Offer = 'fee',
): Promise<Submitted> => {
  const { reached, step } = scene
  step(both('取验证码，提交核验 …', 'gets a code and submits …'))
  const code = await codeFor(reached, person.phone, user.token)
  const { consent } = await reached.shiming.offers.get()
  const form = formOf(person, offer, code, consent.version)
  const { id, order } = await reached.shiming.withSession(user.token).verifications.submit(form)
  return { user, verificationId: id, orderId: order.id }
}

/** How far the clock goes on at most while a result is waited for: by little at first, as others use the instance, too. */
const STEPS = ['0s', '2s', '10s', ...Array.from({ length: 15 }, () => '1m')]
const PAUSE_MS = 1000

/** Waits until the verification is over and what goes back is back; answers whether it is. */
export const settle = async ({ reached, step, pass, patienceMs }: Scene, submitted: Submitted): Promise<boolean> => {
  step(both('等待结果 …', 'waits for the result …'))
  const isDone = (): Promise<boolean> => isOver({ platform: reached }, submitted)
  if (pass) {
    for (const by of STEPS) {
      await pass(by)
      if (await isDone()) return true
    }
    return false
  }
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    if (await isDone()) return true
    await new Promise((resume) => setTimeout(resume, PAUSE_MS))
  }
  return false
}
