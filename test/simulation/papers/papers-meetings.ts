import { takeUpload } from '../../../functions/material/intake/take-upload.ts'
import { deleteMaterial } from '../../../functions/material/issuing/delete-material.ts'
import { answerCase } from '../../../functions/review/asking/answer-case.ts'
import { appealCase } from '../../../functions/review/asking/appeal-case.ts'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { askUser } from '../../../functions/review/deciding/ask-user.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import type { Deciding } from '../../../functions/review/deciding/judgement.ts'
import type { Reviewer } from '../../../functions/review/deciding/reviewer.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { followCase } from '../../../functions/review/following/follow-case.ts'
import { runCheck } from '../../../functions/verification/check/run-check.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import { valueIn } from '../../kit.ts'
import { materialAt } from '../../material/world.ts'
import { LIN, type ReviewWorld, WANG } from '../../review/fixture.ts'
import { type Handing, handed, pictured, type World, world } from '../../verification/papers/fixture.ts'
import { bought, enter, type User } from '../../world.ts'
import type { Begin, ReviewMeeting } from '../review/review-run.ts'
import { soonOver } from '../review/review-run.ts'
import type { Answers } from '../two/meet.ts'
import { papersFaults } from './papers-rules.ts'

const NOTHING = keyAt('ACCOUNT#none', 'NONE')

const approving: Deciding = {
  verdict: 'approved',
  checked: ['readable', 'name_same', 'number_same', 'still_valid', 'same_face'],
}
const refusing: Deciding = { verdict: 'refused', reason: 'unreadable', checked: [] }

/** Where papers are handed in is where pictures are, and they are looked at by people. */
const papersAt = (at: ReviewWorld): World => at as unknown as World

const hands =
  (of: Handing): Begin =>
  async (at) =>
    (await handed(papersAt(at), of)).answer

const decides =
  (name: string, by: Reviewer, deciding: Deciding): Begin =>
  (at) =>
    decideCase(at, by, { name, ...deciding, note: '已核对' })

const withdraws =
  ({ accountId }: User, name: string): Begin =>
  (at) =>
    withdrawCase(at, accountId, name)

const deletes =
  ({ accountId }: User, id: string): Begin =>
  (at) =>
    deleteMaterial(at, accountId, id)

const appeals =
  ({ accountId }: User, name: string): Begin =>
  (at) =>
    appealCase(at, accountId, { name, text: '请再看一次' })

const answers =
  ({ accountId }: User, name: string, materials: readonly string[]): Begin =>
  (at) =>
    answerCase(at, accountId, { name, materials })

/** The clock jumps, and the worker of these pictures comes by. */
const forgets =
  (ids: readonly string[], to: number): Begin =>
  async (at) => {
    await at.table.get(NOTHING)
    at.time.now = Math.max(at.time.now, to)
    const words: string[] = []
    for (const id of ids) words.push(await takeUpload(papersAt(at), id))
    return ok(words)
  }

const runsOut =
  (name: string, to: number): Begin =>
  async (at) => {
    await at.table.get(NOTHING)
    at.time.now = Math.max(at.time.now, to)
    return ok(await followCase(at, name))
  }

const checks =
  (checkId: string): Begin =>
  async (at) =>
    ok(await runCheck(at, soonOver(checkId)))

const asReviews = (at: World): ReviewWorld => at as unknown as ReviewWorld

/** Somebody has uploaded what a passport takes, and hands nothing in yet. */
const uploaded = async (overrides: Record<string, unknown> = {}) => {
  const at = world({ papers: { perMonth: 20 }, ...overrides })
  const user = await enter(at)
  const pictures = await pictured(at, user, ['document_page', 'holder'])
  return { at, user, pictures, ids: Object.values(pictures) }
}

/** A person holds the case about somebody's papers. */
const held = async (at: World, of: Handing, by: Reviewer = WANG) => {
  const { user, answer } = await handed(at, of)
  const { papers, review } = valueIn(answer)
  const name = caseIdOf(review)
  valueIn(await takeClaim(asReviews(at), by, name))
  return { user, papers, name }
}

const begun = async (overrides: Record<string, unknown> = {}) => {
  const { at, user, pictures, ids } = await uploaded(overrides)
  return { at, ids, ...(await held(at, { user, pictures })) }
}

/** They were refused, and the pictures are kept for a while. */
const refused = async () => {
  const all = await begun()
  valueIn(await decides(all.name, WANG, refusing)(asReviews(all.at)))
  const keptUntil = Math.min(...all.ids.map((id) => Number(materialAt(all.at, id).keptUntil)))
  return { ...all, keptUntil }
}

const judge = (_answers: Answers, at: ReviewWorld) => papersFaults(at.table.items())

/** Of two that exclude each other not both come about, besides what must hold. Whoever repeats what came about already may be refused. */
const notBoth = (given: Answers, at: ReviewWorld): string[] => [
  ...(given.every((one) => one === 'ok') ? ['two that exclude each other come about'] : []),
  ...papersFaults(at.table.items()),
]

/** Of two that exclude each other one comes about, besides what must hold. */
const oneOf = (given: Answers, at: ReviewWorld): string[] => [
  ...(given.filter((one) => one === 'ok').length === 1 ? [] : [`of two that exclude each other: ${given}`]),
  ...papersFaults(at.table.items()),
]

/** Whoever appealed is heard: another person takes the appeal and decides it, whatever has become of the pictures. */
const isHeard = async (at: ReviewWorld, { accountId }: User): Promise<void> => {
  const open = at.table.items().find(({ sk, pk }) => sk.startsWith('REVIEWOPEN#') && pk === `ACCOUNT#${accountId}`)
  if (!open) return
  const name = caseIdOf({ accountId, id: String(open.review) })
  valueIn(await takeClaim(at, LIN, name))
  valueIn(await decides(name, LIN, approving)(at))
}

/** Two at somebody's papers at the same time. P10 */
export const papersMeetings: readonly ReviewMeeting[] = [
  {
    name: 'one who hands in papers twice',
    async prepare() {
      const { at, user, pictures } = await uploaded()
      return { at: asReviews(at), first: hands({ user, pictures }), second: hands({ user, pictures }), judge }
    },
  },
  {
    name: 'one who hands in papers, and deletes a picture of them in another tab',
    async prepare() {
      const { at, user, pictures, ids } = await uploaded()
      const [id = ''] = ids
      return { at: asReviews(at), first: hands({ user, pictures }), second: deletes(user, id), judge: notBoth }
    },
  },
  {
    name: 'one who hands in papers, and the clock that forgets what nobody used',
    async prepare() {
      const { at, user, pictures, ids } = await uploaded()
      const until = Number(materialAt(at, ids[0] ?? '').keptUntil)
      at.time.now = until - 1000
      return { at: asReviews(at), first: hands({ user, pictures }), second: forgets(ids, until), judge }
    },
  },
  {
    name: 'one who approves papers, and the user who takes them back',
    async prepare() {
      const { at, user, name } = await begun()
      return {
        at: asReviews(at),
        first: decides(name, WANG, approving),
        second: withdraws(user, name),
        judge: oneOf,
      }
    },
  },
  {
    name: 'two who approve the papers of two accounts of a person who may have one',
    async prepare() {
      const { at, name } = await begun({ checks: { accountsPerPerson: 1 } })
      const other = await held(at, {}, LIN)
      return {
        at: asReviews(at),
        first: decides(name, WANG, approving),
        second: decides(other.name, LIN, approving),
        judge: oneOf,
      }
    },
  },
  {
    name: 'two who approve the papers of two accounts of a person who may have two',
    async prepare() {
      const { at, name } = await begun({ checks: { accountsPerPerson: 2 } })
      const other = await held(at, {}, LIN)
      return {
        at: asReviews(at),
        first: decides(name, WANG, approving),
        second: decides(other.name, LIN, approving),
        judge,
      }
    },
  },
  {
    name: 'one who approves papers, and a vendor who says that the account is somebody else',
    async prepare() {
      const { at, user, name } = await begun()
      const { checkId } = await bought({ ...at, notice: at.identityNotice } as never, { user })
      at.queue.sent.length = 0
      return { at: asReviews(at), first: decides(name, WANG, approving), second: checks(checkId), judge }
    },
  },
  {
    name: 'one who answers with a picture, and the clock that ends their case',
    async prepare() {
      const { at, user, name } = await begun()
      const { waitUntil = 0 } = valueIn(await askUser(asReviews(at), WANG, { name, what: ['document_page_again'] }))
      at.time.now = waitUntil - 1000
      const more = Object.values(await pictured(at, user, ['document_page']))
      return { at: asReviews(at), first: answers(user, name, more), second: runsOut(name, waitUntil), judge }
    },
  },
  {
    name: 'one who answers with a picture, and deletes it in another tab',
    async prepare() {
      const { at, user, name } = await begun()
      valueIn(await askUser(asReviews(at), WANG, { name, what: ['document_page_again'] }))
      const more = Object.values(await pictured(at, user, ['document_page']))
      return {
        at: asReviews(at),
        first: answers(user, name, more),
        second: deletes(user, more[0] ?? ''),
        judge: oneOf,
      }
    },
  },
  {
    name: 'one who appeals, and the clock that forgets the pictures',
    async prepare() {
      const { at, user, name, ids, keptUntil } = await refused()
      at.time.now = keptUntil - 1000
      const early: string[] = []
      const after = (its: ReviewWorld) => {
        early.push(...papersFaults(its.table.items()))
        return isHeard(its, user)
      }
      return {
        at: asReviews(at),
        first: appeals(user, name),
        second: forgets(ids, keptUntil),
        after,
        judge: (given, its) => [...early, ...judge(given, its)],
      }
    },
  },
  {
    name: 'one who appeals twice',
    async prepare() {
      const { at, user, name } = await refused()
      return { at: asReviews(at), first: appeals(user, name), second: appeals(user, name), judge }
    },
  },
  {
    name: 'one who appeals, and hands in other papers in another tab',
    async prepare() {
      const { at, user, name } = await refused()
      const pictures = await pictured(at, user, ['document_page', 'holder'])
      return { at: asReviews(at), first: appeals(user, name), second: hands({ user, pictures }), judge: notBoth }
    },
  },
]
