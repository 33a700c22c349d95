import { describe, expect, it } from 'vitest'
import { editApp } from '../../../functions/certification/apps/edit-app.ts'
import { certificateAt, certified } from '../../certificates/certifying.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import {
  type Applied,
  certificationWorld,
  confirmed,
  corrects,
  drafted,
  inReview,
  returned,
  submits,
  submitted,
  withdraws,
} from '../applications/applying.ts'
import { appAt } from '../fixture.ts'

const OTHER = [{ platform: 'wechat', id: 'wxfedcba9876543210' }] as const

const edits = (
  at: ReviewWorld,
  { user, appId }: Applied,
  edit: Parameters<typeof editApp>[2] = { platformIds: OTHER },
) => editApp(at, { accountId: user.accountId, id: appId }, edit)

describe('W3 W5 W7 what people judge an app by', () => {
  it.each([
    ['sent in', submitted],
    ['confirmed', confirmed],
    ['before people', inReview],
  ] as const)('is not changed behind their backs: %s', async (_name, way) => {
    const at = certificationWorld()
    const of = await way(at)
    const before = appAt(at, { id: of.appId })
    for (const edit of [{ platformIds: OTHER }, { description: '别的' }] as const)
      expect(refusalOf(await edits(at, of, edit))).toMatchObject({
        code: 'app_in_application',
        extra: { applicationId: of.id },
      })
    expect(appAt(at, { id: of.appId })).toEqual(before)
  })

  it.each([
    ['a draft', drafted],
    ['returned', returned],
  ] as const)('is in the hands of its administrator: %s', async (_name, way) => {
    const at = certificationWorld()
    const of = await way(at)
    expect(valueIn(await edits(at, of)).platformIds).toEqual(OTHER)
  })

  it('is out of their hands again once it was corrected, and in them once it was taken back', async () => {
    const at = certificationWorld()
    const of = await returned(at)
    await corrects(of)(at)
    expect(codeOf(await edits(at, of))).toBe('app_in_application')
    await withdraws(of)(at)
    expect(codeOf(await edits(at, of))).toBe('ok')
  })

  it('is what the certificate goes on to say, whatever is said of the app afterwards', async () => {
    const at = certificationWorld()
    const of = await certified(at)
    const seen = appAt(at, { id: of.appId })?.platformIds
    valueIn(await edits(at, of))
    expect(appAt(at, { id: of.appId })?.platformIds).toEqual(OTHER)
    expect(certificateAt(at, of).platformIds).toEqual(seen)
  })

  it('is either sent in or changed where both come at once', async () => {
    const at = certificationWorld()
    const of = await drafted(at)
    const { table } = at
    const racing = {
      ...at,
      table: {
        ...table,
        commit: async (writes: Parameters<typeof table.commit>[0]) => {
          valueIn(await submits(at, of))
          return table.commit(writes)
        },
      },
    }
    expect(codeOf(await edits(racing, of))).toBe('app_in_application')
  })
})
