import { describe, expect, it } from 'vitest'
import { keepApplicant } from '../../../functions/certification/applicants/keep-applicant.ts'
import { createApplication } from '../../../functions/certification/applying/create-application.ts'
import { deleteApp } from '../../../functions/certification/apps/delete-app.ts'
import { askHandover } from '../../../functions/certification/handing/ask-handover.ts'
import { endHandover } from '../../../functions/certification/handing/end-handover.ts'
import { findHandover } from '../../../functions/certification/handing/find-handover.ts'
import { certificationKeys } from '../../../functions/certification/keys.ts'
import { gateKeys } from '../../../functions/gate/keys.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'
import { update } from '../../../shared/table/write.ts'
import { claimOf } from '../../account/fixture.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { ban, type World } from '../../world.ts'
import { appAsked, faceConfirmed, holderOf, type Owner, owner, renameAsked, renamed, toldOf } from '../fixture.ts'
import {
  actionOf,
  appAt,
  approved,
  approves,
  claims,
  faceOf,
  follows,
  linked,
  linkWaits,
  picturedOf,
  proofOf,
  refuses,
  renameWaits,
  stepAt,
  stepWorld,
  takeWaits,
  verified,
  verifiedApp,
  withdraws,
} from './stepping.ts'

const letters = (at: World, { accountId }: Pick<Owner, 'accountId'>): string[] =>
  at.table
    .items()
    .filter(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk.startsWith('MESSAGE#'))
    .map(({ content }) => String(content))

/** The account is somebody else by now. */
const cleared = (at: World, { accountId }: Pick<Owner, 'accountId'>) =>
  at.table.update(update(gateKeys.identity(accountId), { set: { verifiedAt: at.time.now + 1 } }))

describe('W8 a sensitive step about an app: by face', () => {
  it('takes one of exactly this, of this person, begun lately, and once', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const { idLastFour } = user
    const rename = async (face: string, to = '晨光书屋') =>
      codeOf(await renameAsked(at, user, appAt(at, app), to, { idLastFour, face }))
    const action = await actionOf(at, user, { step: 'rename', app: app.id, name: '晨光书屋' })
    const other = await actionOf(at, user, { step: 'rename', app: app.id, name: '晨光书院' })
    expect(other).not.toBe(action)
    expect(await rename(await faceConfirmed(at, user, { action: other }))).toBe('confirmation_face_unfit')
    expect(await rename(await faceConfirmed(at, user, { action, status: 'failed' }))).toBe('confirmation_face_unfit')
    const old = at.time.now - HOUR
    expect(await rename(await faceConfirmed(at, user, { action, openedAt: old }))).toBe('confirmation_face_unfit')
    const stranger = await verified(at, 1)
    expect(await rename(await faceConfirmed(at, stranger, { action }))).toBe('confirmation_face_unfit')
    expect(await rename('x')).toBe('confirmation_face_unfit')
    const face = await faceConfirmed(at, user, { action, openedAt: old + 1 })
    expect(await rename(face)).toBe('ok')
    expect(appAt(at, app).name).toBe('晨光书屋')
  })

  it('confirms a link once: the same opens no second one', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const face = await faceOf(at, user, { step: 'handover', app: app.id })
    const ask = async () => askHandover(at, claimOf(user.token), { id: app.id, ...(await proofOf(at, user)), face })
    expect(codeOf(await ask())).toBe('ok')
    expect(refusalOf(await ask()).fields).toEqual([{ pointer: '/face', code: 'confirmation_face_unfit' }])
  })

  it('is asked for before a code is used, and of nobody who is not verified', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const { idLastFour } = user
    const asked = refusalOf(await renameAsked(at, user, app, '晨光书屋', { idLastFour, smsCode: '000000' }))
    const action = await actionOf(at, user, { step: 'rename', app: app.id, name: '晨光书屋' })
    expect(asked).toMatchObject({ code: 'presence_required', extra: { faceAction: action } })
    const nobody = await owner(at, 5)
    const theirs = valueIn(await appAsked(at, nobody, { name: '夜航读书' }))
    expect(codeOf(await renamed(at, nobody, theirs, '夜航书屋'))).toBe('ok')
  })

  it('is asked for of whoever hands a certified app over, who is verified first', async () => {
    const at = stepWorld()
    const nobody = await owner(at)
    const app = valueIn(await appAsked(at, nobody))
    await at.table.update(
      update(certificationKeys.app(app.id), { set: { certifiedName: app.name, certifiedFor: 'enterprise' } }),
    )
    const proof = await proofOf(at, { ...nobody, idLastFour: '0000' })
    expect(codeOf(await askHandover(at, claimOf(nobody.token), { id: app.id, ...proof }))).toBe(
      'step_needs_verification',
    )
  })
})

describe('W8 a sensitive step about an app: by a picture that people look at', () => {
  it('renames once they have found that it is its holder, and keeps both names meanwhile', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const other = await owner(at, 1)
    const step = await renameWaits(at, user, app, '晨光书屋')
    expect(appAt(at, app)).toMatchObject({ name: '晨光读书', stepId: step.id, stepName: '晨光书屋' })
    expect(codeOf(await appAsked(at, other, { name: '晨光书屋' }))).toBe('app_name_held')
    expect(letters(at, user).at(-1)).toContain('改名为“晨光书屋”')
    await approved(at, step)
    expect(appAt(at, app)).toMatchObject({ name: '晨光书屋', nameCause: 'renamed' })
    expect(appAt(at, app).stepId).toBeUndefined()
    expect(stepAt(at, step)?.status).toBe('done')
    expect(holderOf(at, '晨光书屋')).toEqual({ app: app.id, name: '晨光书屋', since: at.time.now })
    expect(toldOf(at, user)).toEqual(expect.arrayContaining(['app.change_waiting', 'app.renamed']))
  })

  it('opens a link only then, for its whole day', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const other = await owner(at, 1)
    const { code, step } = await linkWaits(at, user, app)
    expect(codeOf(await findHandover(at, other.accountId, code))).toBe('handover_over')
    at.time.now += DAY
    await approved(at, step)
    const found = valueIn(await findHandover(at, other.accountId, code))
    expect(found.handover.until).toBe(at.time.now + DAY)
  })

  it('has an app taken on only then; meanwhile the link is nobody else’s, and lasts as long as people look', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const [other, third] = [await verified(at, 1), await owner(at, 2)]
    const code = await linked(at, user, app)
    const step = await takeWaits(at, other, code)
    expect(codeOf(await findHandover(at, third.accountId, code))).toBe('handover_over')
    expect(appAt(at, app).administrator).toBe(user.accountId)
    at.time.now += 2 * DAY
    await approved(at, step)
    expect(appAt(at, app)).toMatchObject({ administrator: other.accountId, name: '晨光读书' })
    expect(appAt(at, app).handoverHash).toBeUndefined()
    expect(letters(at, user).at(-1)).toContain('您不再管理它')
  })

  it('is ended by the clock, told by a letter and an event, although nobody touches it', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const step = await renameWaits(at, user, app, '晨光书屋')
    at.time.now = step.until - 1
    expect(await follows(step)(at)).toBe('late')
    expect(stepAt(at, step)?.status).toBe('waiting')
    at.time.now = step.until
    expect(await follows(step)(at)).toBe('lapsed')
    expect(await follows(step)(at)).toBe('nothing_owed')
    expect(stepAt(at, step)?.status).toBe('expired')
    expect(appAt(at, app)).toMatchObject({ name: app.name })
    expect(appAt(at, app).stepId).toBeUndefined()
    expect(letters(at, user).filter((one) => one.includes('没有在期限内核对完'))).toHaveLength(1)
    expect(toldOf(at, user).filter((one) => one === 'app.change_ended')).toHaveLength(1)
    expect(at.alarms.map(({ event }) => event)).toEqual(['review_answer_late', 'review_answer_missed'])
  })

  it.each(['refused', 'withdrawn', 'expired'] as const)('changes nothing where it is %s', async (end) => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const other = await owner(at, 1)
    const step = await renameWaits(at, user, app, '晨光书屋')
    if (end === 'expired') at.time.now = step.until
    if (end !== 'withdrawn') valueIn(await claims(step)(at))
    valueIn(await { refused: refuses, withdrawn: withdraws, expired: approves }[end](step)(at))
    expect(stepAt(at, step)?.status).toBe(end)
    expect(appAt(at, app)).toEqual(app)
    expect(codeOf(await appAsked(at, other, { name: '晨光书屋' }))).toBe('ok')
    expect(toldOf(at, user).at(-1)).toBe('app.change_ended')
    if (end === 'expired') expect(letters(at, user).at(-1)).toContain('没有在期限内核对完')
    if (end === 'refused') expect(letters(at, user).at(-1)).toContain('一切照旧')
  })

  it('is over by the clock, whether or not anybody has looked', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const step = await renameWaits(at, user, app, '晨光书屋')
    at.time.now = step.until - 1
    const { idLastFour } = user
    const another = await holderAsked(at, user, app)
    expect(another).toMatchObject({ code: 'app_step_open', retryAt: step.until })
    at.time.now = step.until
    const face = await faceOf(at, user, { step: 'rename', app: app.id, name: '晨光书院' })
    expect(codeOf(await renamed(at, user, app, '晨光书院', { idLastFour, face }))).toBe('ok')
    valueIn(await claims(step)(at))
    valueIn(await approves(step)(at))
    expect(appAt(at, app).name).toBe('晨光书院')
    expect(stepAt(at, step)?.status).toBe('expired')
  })

  it('keeps back whatever else would change the app meanwhile', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const { id: applicant } = valueIn(await keepApplicant(at, user.accountId, { kind: 'individual' }))
    const step = await renameWaits(at, user, app, '晨光书屋')
    const waits = { code: 'app_step_open', retryAt: step.until }
    expect(refusalOf(await deleteApp(at, { accountId: user.accountId, id: app.id }))).toMatchObject(waits)
    const ask = askHandover(at, claimOf(user.token), { id: app.id, ...(await picturedOf(at, user)) })
    expect(refusalOf(await ask)).toMatchObject(waits)
    const begin = createApplication({ ...at, endOver: async () => undefined }, user.accountId, {
      ...{ app: app.id, applicant, language: 'zh' },
    })
    expect(refusalOf(await begin)).toMatchObject(waits)
  })

  it.each(['kept', 'banned', 'cleared'] as const)('comes to nothing where it is %s meanwhile', async (why) => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const other = await verified(at, 1)
    const step = await takeWaits(at, other, await linked(at, user, app))
    if (why === 'kept') valueIn(await endHandover(at, { accountId: user.accountId, id: app.id }))
    if (why === 'banned') await ban(at, user)
    if (why === 'cleared') await cleared(at, other)
    await approved(at, step)
    expect(stepAt(at, step)?.status).toBe('void')
    expect(appAt(at, app).administrator).toBe(user.accountId)
    expect(appAt(at, app).stepId).toBeUndefined()
    expect(letters(at, other).at(-1)).toContain('不再生效')
  })

  it('takes a picture of the holder that is part of nothing', async () => {
    const at = stepWorld()
    const { user, app } = await verifiedApp(at)
    const { idLastFour } = user
    const step = await renameWaits(at, user, app, '晨光书屋')
    valueIn(await withdraws(step)(at))
    const again = await renameAsked(at, user, app, '晨光书院', { idLastFour, picture: step.picture })
    expect(refusalOf(again).fields).toEqual([{ pointer: '/picture', code: 'material_unusable' }])
  })
})

const holderAsked = async (at: World, user: Parameters<typeof picturedOf>[1], app: Parameters<typeof appAt>[1]) =>
  refusalOf(await askHandover(at, claimOf(user.token), { id: app.id, ...(await picturedOf(at, user)) }))
