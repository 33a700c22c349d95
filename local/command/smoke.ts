import type { ShimingUser } from '../../clients/typescript/src/shiming.ts'
import { both, type Told } from '../../shared/command/told.ts'
import { codeToScan, scan, signIn } from '../demo/user.ts'
import { type Scene, type Submitted, sessionOf, settle, submitAs, unusedPerson } from './trigger/scene.ts'

/** One thing that works or does not. `detail`: why not. */
export type SmokeStep = { step: string; ok: boolean; ms: number; detail?: string }

/** What steps hand on to the next. */
type Way = { session: { token: string }; user: ShimingUser; submitted: Submitted; codeUrl: string }

type Step = {
  name: string
  does: Told
  run(scene: Scene, way: Way, externalId: string | undefined): Promise<unknown>
}

const expected = (wanted: unknown, found: unknown): void => {
  if (found !== wanted) throw new Error(`${String(wanted)} was expected, and ${String(found)} came`)
}

const sends = async ({ user }: Way): Promise<boolean> => (await user.account.get()).gate.send_message.allowed

/** A short journey, each step on the shoulders of those before. */
export const smokeSteps: readonly Step[] = [
  {
    name: 'offers',
    does: both('读取价格与告知书', 'reads prices and the notice'),
    run: ({ reached: { shiming } }) => shiming.offers.get(),
  },
  {
    name: 'session',
    does: both('打开会话', 'opens a session'),
    async run(scene, way, externalId) {
      const person = externalId === undefined ? await unusedPerson(scene, 'match') : undefined
      way.session = person ? await signIn(scene.reached, person.phone) : await sessionOf(scene, externalId ?? '')
      way.user = scene.reached.shiming.withSession(way.session.token)
    },
  },
  {
    name: 'gate_shut',
    does: both('未实名时不放行', 'is refused before being verified'),
    run: async (_scene, way) => expected(false, await sends(way)),
  },
  {
    name: 'submit',
    does: both('短信验证码，提交三要素', 'gets a code and submits name, ID number and phone'),
    async run(scene, way) {
      way.submitted = await submitAs(scene, way.session, await unusedPerson(scene, 'match'))
    },
  },
  {
    name: 'pay',
    does: both('出码并付款', 'shows a code, which is paid'),
    async run({ reached }, way) {
      const { codeUrl } = await codeToScan(reached, way.submitted.user, way.submitted.orderId)
      await scan(reached, codeUrl)
    },
  },
  {
    name: 'verified',
    does: both('核验通过', 'is verified'),
    async run(scene, { user, submitted }) {
      await settle(scene, submitted)
      expected('verified', (await user.verifications.get(submitted.verificationId)).status)
    },
  },
  {
    name: 'gate_open',
    does: both('实名后放行', 'is let through'),
    run: async (_scene, way) => expected(true, await sends(way)),
  },
  {
    name: 'message',
    does: both('发送消息', 'sends a message'),
    run: (_scene, { user }) => user.messages.send({ title: 'smoke', content: 'shiming smoke' }),
  },
]

/**
 * Goes the way until a step fails, and tells each as it ends. `externalId`: as whom the platform acts; without one somebody signs in by a text
 * message.
 */
export const smoke = async (scene: Scene, externalId: string | undefined): Promise<SmokeStep[]> => {
  const done: SmokeStep[] = []
  const way = {} as Way
  for (const { name, does, run } of smokeSteps) {
    scene.step(does)
    const started = performance.now()
    const why = await run(scene, way, externalId).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    const ms = Math.round(performance.now() - started)
    done.push({ step: name, ok: why === undefined, ms, ...(why !== undefined && { detail: why }) })
    if (why !== undefined) break
  }
  return done
}
