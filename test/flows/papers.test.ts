import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewPictureRoute } from '../../functions/material/view.route.ts'
import { deedsRoute } from '../../functions/overview/deeds.route.ts'
import {
  askReviewRoute,
  claimReviewRoute,
  decideReviewRoute,
  nextReviewRoute,
  operatorReviewRoute,
} from '../../functions/review/operator.route.ts'
import { answerReviewRoute, getReviewRoute } from '../../functions/review/user.route.ts'
import { lookAtPapersRoute } from '../../functions/verification/papers.route.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { handInPassport, postFile, uploadPicture } from '../../local/demo/papers.ts'
import { drawnPage } from '../../local/demo/picture.ts'
import { signIn, type User } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'
import { verifiedUser } from './way.ts'

const note = '已核对证件'

describe('P10 papers, from the picture to the level', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  let numbers = 0
  const someone = (): Promise<User> => {
    numbers += 1
    return signIn(instance.platform, `1991500${String(numbers).padStart(4, '0')}`)
  }

  it('a passport is looked at by a reviewer, and the account is verified in the very commit', async () => {
    const { platform } = instance
    const user = await someone()
    const { id, review } = await handInPassport(platform, user)
    const reviewer = await operatorAt(instance, 'papers-reviewer', 'reviewer')
    const { token } = reviewer
    const next = await platform.must(nextReviewRoute, { token, body: { kind: 'papers_document' } })
    expect(next.review).toMatchObject({ id: review, kind: 'papers_document' })
    const typed = await platform.must(lookAtPapersRoute, {
      token,
      params: { account: user.accountId, id },
      body: { reason: 'case_review' },
    })
    expect(typed).toMatchObject({ document: 'passport', nationality: 'USA', materials: next.review?.materials })
    for (const material of typed.materials) {
      const body = { reason: 'case_review' } as const
      const { data } = await platform.must(viewPictureRoute, { token, params: { id: material }, body })
      expect(Buffer.from(data, 'base64').subarray(0, 3).toString('hex')).toBe('ffd8ff')
    }
    const checked = ['readable', 'name_same', 'number_same', 'still_valid', 'same_face']
    await platform.must(decideReviewRoute, {
      token,
      params: { id: review },
      body: { verdict: 'approved', checked, note },
    })
    const { verification } = await platform.shiming.withSession(user.token).account.get()
    expect(verification).toMatchObject({ status: 'verified', level: 1 })
    const { deeds } = await platform.must(deedsRoute, { token, query: { subject: `account:${user.accountId}` } })
    expect(deeds.filter(({ action }) => action === 'identity_read')).toHaveLength(3)
  })

  it('X3 level 4 is reached with people alone beside the carrier: by both sides of the card, and by what a bank has certified', async () => {
    const { platform } = instance
    const { user } = await verifiedUser(instance, 'fee')
    const person = (await platform.sandbox.people()).find(({ phone }) => phone === user.phone)
    if (!person) throw new Error('nobody has that number')
    const { papers, account } = platform.shiming.withSession(user.token)
    const { consent } = await papers.terms()
    const { token } = await operatorAt(instance, 'papers-bank', 'reviewer')
    const handIn = async (kinds: readonly ('document_page' | 'document_back' | 'holder' | 'bank_proof')[]) => {
      const pictures: Record<string, string> = {}
      for (const [at, kind] of kinds.entries())
        pictures[kind] = (await uploadPicture(platform, user, kind, drawnPage(at))).id
      const { name, idNumber: number } = person
      const typed = { document: 'resident_id', name, number, validUntil: null } as const
      return papers.submit({ ...typed, pictures, consent: { notice: consent.version, agreed: true } })
    }
    const approve = async (id: string): Promise<void> => {
      const claimed = await platform.must(claimReviewRoute, { token, params: { id } })
      const checked = claimed.choices.checklist.map(({ word }) => word)
      await platform.must(decideReviewRoute, { token, params: { id }, body: { verdict: 'approved', checked, note } })
    }
    const card = ['document_page', 'document_back', 'holder'] as const
    await approve((await handIn(card)).review)
    const { level, ladder } = await account.level()
    expect(level).toBe(3)
    expect(ladder[3]?.ways[0]?.steps).toEqual([{ source: 'bank', page: '/cards', personPage: '/papers?proof=bank' }])
    const shown = await handIn([...card, 'bank_proof'])
    expect(shown.kind).toBe('papers_bank')
    await approve(shown.review)
    expect(await account.level()).toMatchObject({ level: 4, levelName: 'full' })
  })

  it('a picture that is asked for anew is answered with a new one, and both lie before whoever decides', async () => {
    const { platform } = instance
    const user = await someone()
    const { token: theirs } = user
    const { id, review } = await handInPassport(platform, user, 'E7654321')
    const params = { id: review }
    const { token } = await operatorAt(instance, 'papers-asks', 'reviewer')
    await platform.must(claimReviewRoute, { token, params })
    await platform.must(askReviewRoute, { token, params, body: { what: ['holder_again'] } })
    const waiting = await platform.must(getReviewRoute, { token: theirs, params })
    expect(waiting).toMatchObject({ canAnswer: true, asked: [{ pictures: ['holder'], needsWords: false }] })

    const back = await uploadPicture(platform, user, 'document_back', drawnPage(2))
    const others = await uploadPicture(platform, await someone(), 'holder', drawnPage(3))
    const holder = await uploadPicture(platform, user, 'holder', drawnPage(4))
    const wrong: [string, string, string[]][] = [
      ['picture_not_asked', 'not asked for', [back.id]],
      ['material_unusable', 'of another', [others.id]],
      ['material_unusable', 'handed in before', waiting.materials],
    ]
    for (const [code, what, materials] of wrong)
      expect(
        await platform.call(answerReviewRoute, { token: theirs, params, body: { materials } }),
        what,
      ).toMatchObject({
        problem: { code, errors: expect.arrayContaining([expect.objectContaining({ pointer: '/materials/0', code })]) },
      })
    const mixed = { materials: [holder.id, back.id], text: '这是新的。' }
    expect(await platform.call(answerReviewRoute, { token: theirs, params, body: mixed })).toMatchObject({
      problem: { errors: [{ pointer: '/materials/1', code: 'picture_not_asked' }] },
    })

    const body = { materials: [holder.id] }
    const answered = await platform.must(answerReviewRoute, { token: theirs, params, body })
    expect(answered).toMatchObject({ status: 'open', asked: [{ answer: { text: null, materials: [holder.id] } }] })
    // A second click.
    expect(await platform.must(answerReviewRoute, { token: theirs, params, body })).toMatchObject({ status: 'open' })

    const seen = await platform.must(operatorReviewRoute, { token, params })
    expect([...seen.materials, ...(seen.asked[0]?.answer?.materials ?? [])]).toEqual([...waiting.materials, holder.id])
    const account = user.accountId
    const reason = { reason: 'case_review' } as const
    const typed = await platform.must(lookAtPapersRoute, { token, params: { account, id }, body: reason })
    expect(typed.materials).toEqual([...waiting.materials, holder.id])
    await platform.must(viewPictureRoute, { token, params: { id: holder.id }, body: reason })
    await platform.must(claimReviewRoute, { token, params })
    const checked = ['readable', 'name_same', 'number_same', 'still_valid', 'same_face']
    await platform.must(decideReviewRoute, { token, params, body: { verdict: 'approved', checked, note } })
    const { verification } = await platform.shiming.withSession(theirs).account.get()
    expect(verification).toMatchObject({ status: 'verified', level: 1 })
  })

  it('a picture cannot be reached without a role', async () => {
    const { platform } = instance
    const user = await someone()
    const picture = await uploadPicture(platform, user, 'holder')
    expect(picture).toMatchObject({ status: 'stored', width: 1000, height: 700 })
    const call = { params: { id: picture.id }, body: { reason: 'case_review' } } as const
    for (const role of ['support', 'finance'] as const) {
      const { token } = await operatorAt(instance, `papers-${role}`, role)
      expect(await platform.call(viewPictureRoute, { ...call, token })).toMatchObject({ status: 403 })
    }
    expect(await platform.call(viewPictureRoute, { ...call, token: user.token })).toMatchObject({ status: 401 })
    expect(await platform.call(viewPictureRoute, call)).toMatchObject({ status: 401 })
  })

  it('an upload goes to its own name only, as its type, in its size and its time', async () => {
    const { platform } = instance
    const { token } = await someone()
    const { materials } = platform.shiming.withSession(token)
    const begin = async () => (await materials.open({ kind: 'holder', type: 'image/png' })).upload
    const upload = await begin()
    const page = drawnPage()
    const other = { ...upload, fields: { ...upload.fields, key: `${upload.fields.key}x` } }
    expect((await postFile(other, page, 'image/png')).status).toBe(403)
    const typed = { ...upload, fields: { ...upload.fields, 'Content-Type': 'text/html' } }
    expect((await postFile(typed, page, 'text/html')).status).toBe(403)
    expect((await postFile(upload, new Uint8Array(10 * 1024 * 1024 + 1), 'image/png')).status).toBe(400)
    expect((await postFile(upload, new Uint8Array(0), 'image/png')).status).toBe(400)
    await platform.pass('6m')
    expect((await postFile(upload, page, 'image/png')).status).toBe(403)
  })
})
