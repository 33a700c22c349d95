import { endAllSessions, signOut } from '../../../functions/account/sessions/end-sessions.ts'
import type { SignedIn } from '../../../functions/account/sessions/session-store.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import { claimOf } from '../../account/fixture.ts'
import {
  decide,
  look,
  phone,
  redeem,
  type ScanWorld,
  scanWorld,
  sessionsIn,
  shown,
  standing,
  take,
} from '../../account/scan/fixture.ts'
import { OTHER_PHONE, valueIn } from '../../kit.ts'
import { type Answers, type Begin, type Meeting, meet, type Placement } from '../two/meet.ts'
import { triedBy } from '../two/tries.ts'
import type { Layer } from '../world/layers.ts'
import { scanRules } from './scan-rules.ts'

type ScanMeeting = Meeting<ScanWorld>
type Does = Begin<ScanWorld>
type Desk = Awaited<ReturnType<typeof shown>>

const NOTHING = keyAt('ACCOUNT#none', 'NONE')

const confirms =
  (desk: Desk, caller: SignedIn): Does =>
  (at) =>
    decide(at, desk, caller)

const refuses =
  (desk: Desk, caller: SignedIn): Does =>
  (at) =>
    decide(at, desk, caller, 'refuse')

const redeems =
  (desk: Desk): Does =>
  (at) =>
    redeem(at, desk)

const leavesEverywhere =
  (caller: SignedIn): Does =>
  (at) =>
    endAllSessions(at, caller, { keepsCurrent: false })

/** The clock jumps. */
const passes =
  (to: number): Does =>
  async (at) => {
    await at.table.get(NOTHING)
    at.time.now = Math.max(at.time.now, to)
    return ok('passed')
  }

/** Somebody with a phone, and a desktop that shows a code. */
const begun = async () => {
  const at = scanWorld()
  return { at, desk: await shown(at), caller: await phone(at) }
}

/** The same, and it is confirmed. */
const confirmed = async () => {
  const all = await begun()
  valueIn(await decide(all.at, all.desk, all.caller))
  return all
}

const one = (answers: Answers, word: string): readonly string[] =>
  answers.filter((answer) => answer === word).length === 1 ? [] : [`not one of both was told ${word}: ${answers}`]

const bothOf = (answers: Answers, word: string): readonly string[] =>
  answers.every((answer) => answer === word) ? [] : [`not both were told ${word}: ${answers}`]

/** How many sessions a code opened. */
const opened = (at: ScanWorld): number => sessionsIn(at).filter(({ by }) => by === 'scan').length

const opens = (at: ScanWorld, count: number): readonly string[] =>
  opened(at) === count ? [] : [`${opened(at)} sessions were opened, not ${count}`]

/** Two at the code of a desktop at the same time. */
export const scanMeetings: readonly ScanMeeting[] = [
  {
    name: 'two people who confirm one code',
    async prepare() {
      const { at, desk, caller } = await begun()
      const other = await phone(at, OTHER_PHONE)
      const judge = (answers: Answers) => [...one(answers, 'ok'), ...opens(at, 1)]
      return { at, first: confirms(desk, caller), second: confirms(desk, other), after: redeems(desk), judge }
    },
  },
  {
    name: 'one who taps twice to confirm',
    async prepare() {
      const { at, desk, caller } = await begun()
      const judge = (answers: Answers) => [...bothOf(answers, 'ok'), ...opens(at, 1)]
      return { at, first: confirms(desk, caller), second: confirms(desk, caller), after: redeems(desk), judge }
    },
  },
  {
    name: 'one who confirms, and who refuses in another tab',
    async prepare() {
      const { at, desk, caller } = await begun()
      const judge = (answers: Answers) => [...one(answers, 'ok'), ...opens(at, answers[0] === 'ok' ? 1 : 0)]
      return { at, first: confirms(desk, caller), second: refuses(desk, caller), after: redeems(desk), judge }
    },
  },
  {
    name: 'one who confirms, and one who only looks',
    async prepare() {
      const { at, desk, caller } = await begun()
      const judge = (answers: Answers) => [...(answers[0] === 'ok' ? [] : ['nobody could confirm']), ...opens(at, 1)]
      return { at, first: confirms(desk, caller), second: (its) => look(its, desk), after: redeems(desk), judge }
    },
  },
  {
    name: 'one who confirms, and the clock that ends the code',
    async prepare() {
      const { at, desk, caller } = await begun()
      const judge = ([answer]: Answers) => opens(at, answer === 'ok' ? 1 : 0)
      at.time.now = desk.expiresAt - 1
      const second = passes(desk.expiresAt)
      return { at, first: confirms(desk, caller), second, after: redeems(desk), judge }
    },
  },
  {
    name: 'one who confirms, and a desktop that is early',
    async prepare() {
      const { at, desk, caller } = await begun()
      const judge = ([answer]: Answers) => opens(at, answer === 'ok' ? 1 : 0)
      return { at, first: confirms(desk, caller), second: redeems(desk), after: redeems(desk), judge }
    },
  },
  {
    name: 'a desktop that fetches its session twice',
    async prepare() {
      const { at, desk } = await confirmed()
      const judge = (answers: Answers) => [...bothOf(answers, 'ok'), ...opens(at, 1)]
      return { at, first: redeems(desk), second: redeems(desk), judge }
    },
  },
  {
    name: 'a desktop that fetches its session, and the clock that ends that',
    async prepare() {
      const { at, desk } = await confirmed()
      at.time.now += MINUTE - 1
      const judge = ([answer]: Answers) => opens(at, answer === 'ok' ? 1 : opened(at))
      return { at, first: redeems(desk), second: passes(at.time.now + 1), judge }
    },
  },
  {
    name: 'a desktop that fetches its session, and a phone that signs out everywhere',
    async prepare() {
      const { at, desk, caller } = await confirmed()
      return { at, first: redeems(desk), second: leavesEverywhere(caller), after: redeems(desk) }
    },
  },
  {
    name: 'two phones that go on by one code',
    async prepare() {
      const at = scanWorld()
      const desk = await shown(at, await phone(at))
      const takes: Does = (its) => take(its, desk)
      const judge = () => opens(at, 1)
      return { at, first: takes, second: takes, judge }
    },
  },
  {
    name: 'a phone that goes on, and a desktop that signs out',
    async prepare() {
      const at = scanWorld()
      const caller = await phone(at)
      const desk = await shown(at, caller)
      const judge = ([answer]: Answers) => opens(at, answer === 'ok' ? 1 : opened(at))
      const second: Does = (its) => signOut(its, claimOf(caller.token))
      return { at, first: (its) => take(its, desk), second, judge }
    },
  },
  {
    name: 'a phone that goes on, and one who confirms the same code to sign in',
    async prepare() {
      const at = scanWorld()
      const desk = await shown(at, await phone(at))
      const other = await phone(at, OTHER_PHONE)
      const judge = ([, answer]: Answers) => [
        ...(answer === 'scan_over' ? [] : ['a code to go on by was confirmed']),
        ...opens(at, 1),
      ]
      return { at, first: (its) => take(its, desk), second: confirms(desk, other), after: redeems(desk), judge }
    },
  },
  {
    name: 'a phone that goes on, and a desktop that asks how far it is',
    async prepare() {
      const at = scanWorld()
      const desk = await shown(at, await phone(at))
      const judge = ([, answer]: Answers) => [
        ...(answer === 'ok' ? [] : [`the desktop was told ${answer}`]),
        ...opens(at, 1),
      ]
      return { at, first: (its) => take(its, desk), second: (its) => standing(its, desk), judge }
    },
  },
]

/** Lets two meet at a code as placed. */
export const met = (meeting: ScanMeeting, placement: Placement, layer?: Layer) =>
  meet(scanRules, meeting, placement, layer)

/** Every run of a meeting at a code until one goes wrong. */
export const tried = (meeting: ScanMeeting, layer?: Layer) => triedBy(scanRules, meeting, layer)
