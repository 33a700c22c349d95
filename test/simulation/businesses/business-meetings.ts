import { endBinding, keepBinding } from '../../../functions/clearing/businesses/keep-binding.ts'
import { clearingKeys } from '../../../functions/clearing/keys.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { cleared, platformUser, registered, SHOP } from '../../clearing/fixture.ts'
import { valueIn } from '../../kit.ts'
import { disputed, proofingWorld, upholding, verified } from '../../proofing/fixture.ts'
import { type ReviewWorld, WANG } from '../../review/fixture.ts'
import { bought, itemAt, type User } from '../../world.ts'
import { soonOver } from '../review/review-run.ts'
import type { Answers, Begin, Meeting } from '../two/meet.ts'

type Doing = Begin<ReviewWorld>

const binds: Doing = (at) => keepBinding(at, SHOP)
const unbinds: Doing = (at) => endBinding(at, SHOP)

const clears =
  (name: string): Doing =>
  (at) =>
    decideCase(at, WANG, { name, ...upholding, note: '已核查' })

const checks =
  (checkId: string): Doing =>
  (at) =>
    runCheck(at, soonOver(checkId))

/** Somebody is verified, and has a case by which that is cleared; a shop may be bound to them. */
const begun = async ({ bound = false } = {}) => {
  const at = proofingWorld({ checks: { accountsPerPerson: 1 } })
  await registered(at)
  const user = await platformUser(at)
  const { id } = await verified(at, user)
  if (bound) valueIn(await keepBinding(at, SHOP))
  const name = await disputed(at, user, id)
  valueIn(await takeClaim(at, WANG, name))
  return { at, user, name }
}

const boundTo = (at: ReviewWorld, { accountId }: User) => itemAt(at, clearingKeys.binding(accountId, SHOP.code))

/** Whoever bound last is bound, and whoever unbound is told nothing else. */
const bothOk = ([first, second]: Answers): readonly string[] =>
  first === 'ok' && second === 'ok' ? [] : [`answered ${first} and ${second}`]

/** What is there in the end, besides what every commit must hold. */
export const businessMeetings: readonly Meeting<ReviewWorld>[] = [
  {
    name: 'a business that is bound, and a person who clears the account',
    async prepare() {
      const { at, name } = await begun()
      return { at, first: binds, second: clears(name) }
    },
  },
  {
    name: 'a business that is bound twice',
    async prepare() {
      const { at } = await begun()
      return { at, first: binds, second: binds, judge: bothOk }
    },
  },
  {
    name: 'a business that is unbound twice',
    async prepare() {
      const { at, user } = await begun({ bound: true })
      const judge = (answers: Answers, its: ReviewWorld) => [
        ...bothOk(answers),
        ...(boundTo(its, user) ? ['it is bound still'] : []),
      ]
      return { at, first: unbinds, second: unbinds, judge }
    },
  },
  {
    name: 'a business that is unbound, and a person who clears the account',
    async prepare() {
      const { at, name } = await begun({ bound: true })
      return { at, first: unbinds, second: clears(name) }
    },
  },
  {
    name: 'a business that is bound anew, and its account that is verified anew',
    async prepare() {
      const { at, user } = await begun({ bound: true })
      await cleared(at, user)
      const { checkId } = await bought(at, { user })
      at.queue.sent.length = 0
      const after = (its: ReviewWorld) => binds(its)
      // Whoever died while the vendor was asked does not find out who it is.
      const judge = ([, checked]: Answers, its: ReviewWorld) =>
        checked !== 'verified' || boundTo(its, user)?.epoch === 1 ? [] : ['it is not bound to whom the account became']
      return { at, first: binds, second: checks(checkId), after, judge }
    },
  },
]
