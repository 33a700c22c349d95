import { setTimeout as pause } from 'node:timers/promises'
import { both, type InBoth } from '../../../shared/command/told.ts'
import { type Exchange, isTaken } from '../stage/exchange.ts'
import type { Belief, Differently, Stage } from '../stage/stage.ts'
import type { EventBody, User } from '../stage/world.ts'

/** `left_out`: nothing was given to see it by. `hindered`: it could not be tried, and that is a fault. */
export type Verdict = 'right' | 'wrong' | 'left_out' | 'hindered'

/** One thing that must hold: what would be right, whether it was, and what went over the wire until then, the last things last. */
export type Check = { right: InBoth; verdict: Verdict; because?: InBoth; exchanges: readonly Exchange[] }

/** What became of a user's action. */
export type Doing = 'done' | 'sent_to_verify' | 'refused' | 'failed'

/** What a case judges by. After a check that is not right nothing more of the case is tried: what follows would only follow from it. */
export type Judge = ReturnType<typeof judging>

/** The rest of a case is not tried. */
class Stopped extends Error {}

const noAnswer = both('没有得到答复', 'no answer came')
const notTakenFirst = both(
  '此前一次正常的投递没有被接受，无从判断',
  'a usual delivery before was not taken, so nothing can be told',
)
const usual = both('正常的投递应答复 2xx', 'a usual delivery is answered 2xx')
const noBelief = both('--state 没有答复 JSON 对象', '--state did not answer a JSON object')

/** Some write `/` as `\/` in JSON. */
const leadsTo = (address: string, { came }: Exchange): boolean =>
  came.status !== undefined && `${came.location} ${came.text.replaceAll('\\/', '/')}`.includes(address)

const beliefIn = ({ came }: Exchange): Belief | undefined => {
  // Whom the app does not know it believes nothing of.
  if (came.status === 404) return { verified: false, banned: false, refundedFen: 0 }
  if (came.status !== 200) return undefined
  try {
    const belief: unknown = JSON.parse(came.text)
    return typeof belief === 'object' && belief !== null ? (belief as Belief) : undefined
  } catch {
    return undefined
  }
}

/** Judges one case on a stage. */
export const judging = (stage: Stage) => {
  const { tried, api, unseen } = stage
  const checks: Check[] = []
  const trail: Exchange[] = []

  const judge = (verdict: Verdict, right: InBoth, because?: InBoth): void => {
    checks.push({ right, verdict, ...(because && { because }), exchanges: verdict === 'right' ? [] : trail.slice(-4) })
    if (verdict === 'wrong' || verdict === 'hindered') throw new Stopped()
  }

  const note = (made: Exchange): Exchange => {
    trail.push(made)
    return made
  }

  const doingIn = (made: Exchange): Doing => {
    if (made.came.status === undefined || made.came.status >= 500) return 'failed'
    if (isTaken(made)) return 'done'
    return leadsTo(api.verifyUrl, made) ? 'sent_to_verify' : 'refused'
  }

  /** Looks until it is as expected, and once more when nothing should change any more. Answers whether it was so both times. */
  const settles = async (look: () => Promise<Exchange>, isRight: (made: Exchange) => boolean): Promise<boolean> => {
    const until = performance.now() + tried.settleMs
    let last = await look()
    while (!isRight(last) && performance.now() < until) {
      await pause(Math.min(tried.quietMs, 100))
      last = await look()
    }
    if (isRight(last)) {
      await pause(tried.quietMs)
      last = await look()
    }
    note(last)
    return isRight(last)
  }

  return {
    checks,
    stage,
    /** Delivers what a case needs beforehand; where that is not taken, the case cannot be judged. */
    async need(event: EventBody, differently?: Differently): Promise<void> {
      const made = note(await stage.deliver(event, differently))
      if (!isTaken(made)) judge('hindered', usual, notTakenFirst)
    },
    /** A delivery is answered 2xx. */
    async take(right: InBoth, event: EventBody, differently?: Differently): Promise<void> {
      const made = note(await stage.deliver(event, differently))
      judge(isTaken(made) ? 'right' : 'wrong', right, made.came.status === undefined ? noAnswer : undefined)
    },
    /** A delivery is answered 4xx. */
    async refuse(right: InBoth, event: EventBody, differently: Differently): Promise<void> {
      const { came } = note(await stage.deliver(event, differently))
      const isRefused = came.status !== undefined && came.status >= 400 && came.status < 500
      judge(isRefused ? 'right' : 'wrong', right, came.status === undefined ? noAnswer : undefined)
    },
    /** Deliveries at the same time: one at least is answered 2xx. */
    async takeAtOnce(right: InBoth, event: EventBody, times: number): Promise<void> {
      const at = Date.now()
      const made = await Promise.all(Array.from({ length: times }, () => stage.deliver(event, { at })))
      const best = made.find(isTaken)
      note(best ?? (made[0] as Exchange))
      judge(best ? 'right' : 'wrong', right)
    },
    /** A user does what is behind the gate, and the app asks Shiming whether they may. */
    async askGate(right: InBoth, user: User): Promise<void> {
      if (unseen.actions) return judge('left_out', right, unseen.actions)
      const { came } = note(await stage.act(user))
      if (came.status === undefined) judge('hindered', right, noAnswer)
      judge(user.asked > 0 ? 'right' : 'wrong', right)
    },
    /** What a user does ends in one of these ways, once it has settled. */
    async act(right: InBoth, user: User, ...ways: readonly Doing[]): Promise<void> {
      if (unseen.actions) return judge('left_out', right, unseen.actions)
      const isRight = await settles(
        () => stage.act(user),
        (made) => ways.includes(doingIn(made)),
      )
      if (isRight) return judge('right', right)
      if (trail.at(-1)?.came.status === undefined) judge('hindered', right, noAnswer)
      judge('wrong', right)
    },
    /** The app comes to believe this of a user, and stays with it; what it does not tell is left out. */
    async believe(right: InBoth, user: User, expected: Belief): Promise<void> {
      if (unseen.beliefs) return judge('left_out', right, unseen.beliefs)
      const tells = beliefIn(note(await stage.ask(user)))
      if (!tells) return judge('hindered', right, noBelief)
      const untold = Object.keys(expected).filter((name) => tells[name] === undefined)
      const names = untold.join(', ')
      if (untold.length > 0)
        return judge('left_out', right, both(`--state 没有 ${names}`, `--state does not tell ${names}`))
      const isRight = await settles(
        () => stage.ask(user),
        (made) => Object.entries(expected).every(([name, value]) => beliefIn(made)?.[name] === value),
      )
      judge(isRight ? 'right' : 'wrong', right)
    },
    judge,
  }
}

/** Plays a case to its end, or to the first thing that is not right. Answers what was found. */
export const judgeCase = async (stage: Stage, play: (judge: Judge) => Promise<void>): Promise<readonly Check[]> => {
  const judge = judging(stage)
  try {
    await play(judge)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
  return judge.checks
}
