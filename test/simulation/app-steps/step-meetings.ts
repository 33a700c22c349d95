import { keepApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import { createApplication } from '../../../functions/certification/applying/create-application.ts'
import { renameApp } from '../../../functions/certification/apps/rename-app.ts'
import { askHandover } from '../../../functions/certification/handing/ask-handover.ts'
import { endHandover } from '../../../functions/certification/handing/end-handover.ts'
import { takeApp } from '../../../functions/certification/handing/take-app.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { keyAt } from '../../../shared/table/keys.ts'
import { claimOf } from '../../account/fixture.ts'
import {
  appAt,
  approves,
  claims,
  faceOf,
  follows,
  linked,
  picturedOf,
  proofOf,
  refuses,
  renameWaits,
  stepAt,
  stepWorld,
  takeWaits,
  type Verified,
  verified,
  verifiedApp,
  withdraws,
} from '../../certification/steps/stepping.ts'
import { valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { ban } from '../../world.ts'
import type { Answers, Begin } from '../two/meet.ts'
import type { StepMeeting } from './step-run.ts'

type Step = Begin<ReviewWorld>

const NOTHING = keyAt('ACCOUNT#none', 'NONE')

/** Somebody who is about to take an app on by face, or by a picture: what proves them is there before. */
const taking = async (at: ReviewWorld, user: Verified, code: string, by: 'face' | 'picture'): Promise<Step> => {
  const proof =
    by === 'picture'
      ? await picturedOf(at, user)
      : { ...(await proofOf(at, user)), face: await faceOf(at, user, { step: 'takeover', code }) }
  return (its) => takeApp(its, claimOf(user.token), { code, ...proof })
}

/** An app with a link, and two who have it. */
const offered = async () => {
  const at = stepWorld()
  const { user, app } = await verifiedApp(at)
  const [one, other] = [await verified(at, 1), await verified(at, 2)]
  return { at, user, app, one, other, code: await linked(at, user, app) }
}

const waitsToRename = async () => {
  const at = stepWorld()
  const { user, app } = await verifiedApp(at)
  const of = await renameWaits(at, user, app, '晨光书屋')
  valueIn(await claims(of)(at))
  return { at, user, app, of }
}

/** Two at an app at the same time. */
export const stepMeetings: readonly StepMeeting[] = [
  {
    name: 'one who asks for a link twice by one face',
    async prepare() {
      const at = stepWorld()
      const { user, app } = await verifiedApp(at)
      const face = await faceOf(at, user, { step: 'handover', app: app.id })
      const proof = await proofOf(at, user)
      const ask: Step = (its) => askHandover(its, claimOf(user.token), { id: app.id, ...proof, face })
      return { at, first: ask, second: ask }
    },
  },
  {
    name: 'one who renames twice by a picture',
    async prepare() {
      const at = stepWorld()
      const { user, app } = await verifiedApp(at)
      const proof = await picturedOf(at, user)
      const rename: Step = (its) =>
        renameApp(its, claimOf(user.token), { id: app.id, from: app.name, name: '晨光书屋', ...proof })
      return { at, first: rename, second: rename }
    },
  },
  {
    name: 'two who open one link',
    async prepare() {
      const { at, one, other, code } = await offered()
      return { at, first: await taking(at, one, code, 'face'), second: await taking(at, other, code, 'face') }
    },
  },
  {
    name: 'two who open one link with pictures',
    async prepare() {
      const { at, one, other, code } = await offered()
      return { at, first: await taking(at, one, code, 'picture'), second: await taking(at, other, code, 'picture') }
    },
  },
  {
    name: 'one who takes an app on, and its administrator who keeps it',
    async prepare() {
      const { at, user, app, one, code } = await offered()
      const keep: Step = (its) => endHandover(its, { accountId: user.accountId, id: app.id })
      return { at, first: await taking(at, one, code, 'picture'), second: keep }
    },
  },
  {
    name: 'a person who lets an app be taken on, and its administrator who keeps it',
    async prepare() {
      const { at, user, app, one, code } = await offered()
      const of = await takeWaits(at, one, code)
      valueIn(await claims(of)(at))
      const keep: Step = (its) => endHandover(its, { accountId: user.accountId, id: app.id })
      const judge = ([, kept]: Answers): string[] =>
        kept === 'ok' && appAt(at, app).administrator !== user.accountId ? ['kept, and taken on all the same'] : []
      return { at, first: approves(of), second: keep, judge }
    },
  },
  {
    name: 'a person who lets an app be taken on, and a ban',
    async prepare() {
      const { at, user, one, code } = await offered()
      const of = await takeWaits(at, one, code)
      valueIn(await claims(of)(at))
      return { at, first: approves(of), second: async (its) => ok(await ban(its, user)) }
    },
  },
  {
    name: 'a rename that waits, and a certification that is begun',
    async prepare() {
      const at = stepWorld()
      const { user, app } = await verifiedApp(at)
      const { id: applicant } = valueIn(await keepApplicant(at, user.accountId, { kind: 'individual' }))
      const proof = await picturedOf(at, user)
      const rename: Step = (its) =>
        renameApp(its, claimOf(user.token), { id: app.id, from: app.name, name: '晨光书屋', ...proof })
      const apply: Step = (its) =>
        createApplication({ ...its, endOver: async () => undefined }, user.accountId, {
          ...{ app: app.id, applicant, language: 'zh' },
        })
      return { at, first: rename, second: apply }
    },
  },
  {
    name: 'a person who approves a rename twice',
    async prepare() {
      const { at, of } = await waitsToRename()
      return { at, first: approves(of), second: approves(of) }
    },
  },
  {
    name: 'a person who approves a rename, and refuses it in another tab',
    async prepare() {
      const { at, of } = await waitsToRename()
      return { at, first: approves(of), second: refuses(of) }
    },
  },
  {
    name: 'a person who approves a rename, and one who takes it back',
    async prepare() {
      const { at, of } = await waitsToRename()
      return { at, first: approves(of), second: withdraws(of) }
    },
  },
  {
    name: 'the clock that ends a rename twice',
    async prepare() {
      const { at, of } = await waitsToRename()
      at.time.now = of.until
      const judge = (): string[] => [
        ...(stepAt(at, of)?.status === 'expired' ? [] : ['the clock has not ended it']),
        ...(appAt(at, { id: of.appId }).stepId === undefined ? [] : ['its app waits on']),
      ]
      return { at, first: follows(of), second: follows(of), judge }
    },
  },
  {
    name: 'a person who approves a rename, and the clock that ends it',
    async prepare() {
      const { at, of } = await waitsToRename()
      at.time.now = of.until - MINUTE
      valueIn(await claims(of)(at))
      const end: Step = async (its) => {
        await its.table.get(NOTHING)
        its.time.now = Math.max(its.time.now, of.until)
        return follows(of)(its)
      }
      return { at, first: approves(of), second: end }
    },
  },
  {
    name: 'one who takes a rename back, and the clock that ends it',
    async prepare() {
      const { at, of } = await waitsToRename()
      at.time.now = of.until
      return { at, first: withdraws(of), second: follows(of) }
    },
  },
  {
    name: 'a person who approves a rename, and the clock with another rename behind it',
    async prepare() {
      const { at, user, app, of } = await waitsToRename()
      at.time.now = of.until - MINUTE
      valueIn(await claims(of)(at))
      const face = await faceOf(at, user, { step: 'rename', app: app.id, name: '晨光书院' })
      const proof = await proofOf(at, user)
      const another: Step = async (its) => {
        await its.table.get(NOTHING)
        its.time.now = Math.max(its.time.now, of.until)
        return renameApp(its, claimOf(user.token), { id: app.id, from: app.name, name: '晨光书院', ...proof, face })
      }
      return { at, first: approves(of), second: another }
    },
  },
]
