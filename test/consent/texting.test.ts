import { describe, expect, it } from 'vitest'
import { handedOnIn } from '../../functions/account/codes/challenge-store.ts'
import { consentKeys } from '../../functions/consent/keys.ts'
import { listDisclosures } from '../../functions/consent/list-records.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { askCode, signedInAs, type World, world } from '../account/fixture.ts'
import { NOON, OTHER_PHONE, valueIn } from '../kit.ts'

const told = async (at: World, accountId: string) =>
  valueIn(await listDisclosures(at, accountId, { limit: 20 })).disclosures

describe('M7 a number that goes to a vendor of texts', () => {
  it('is told to the account that the text opened, as asked for and as sent', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    expect(await told(at, accountId)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        at: new Date(NOON).toISOString(),
        recipient: { vendor: 'tencent_cloud', company: '腾讯云计算（北京）有限责任公司', service: '腾讯云“短信”' },
        items: ['phone'],
        purpose: 'sms_code',
        basis: 'requested',
        consent: null,
        verificationId: null,
        faceCheckId: null,
        outcome: 'answered',
      },
    ])
  })

  it('is told to the account in whose session it was asked for, written before it is sent', async () => {
    const at = world()
    const { accountId, token } = await signedInAs(at)
    at.time.now += MINUTE
    const seen: number[] = []
    const count = () => at.table.items().filter(({ sk }) => sk.startsWith('DISCLOSURE#')).length
    at.vendor.onSend = () => void seen.push(count())
    valueIn(await askCode(at, { phone: OTHER_PHONE, token }))
    expect(seen).toEqual([2])
    expect(await told(at, accountId)).toMatchObject([
      { at: new Date(NOON + MINUTE).toISOString(), outcome: 'possibly_sent' },
      { outcome: 'answered' },
    ])
  })

  it('stays with the code while nobody has an account by it, and goes with that', async () => {
    const at = world()
    valueIn(await askCode(at))
    const items = at.table.items()
    expect(items.filter(({ sk }) => sk.startsWith('DISCLOSURE#'))).toEqual([])
    const code = items.find(({ sk }) => sk === 'CHALLENGE')
    const [text] = at.texts
    expect(code && handedOnIn(code, 'c')).toEqual([{ id: text?.ref, vendor: 'tencent_cloud', at: NOON }])
    expect(Number(code?.ttl) * 1000).toBeLessThan(NOON + 2 * 60 * MINUTE)
  })

  it('is told of a code of before as it was kept, and of nobody where nothing was', () => {
    const key = { pk: 'CHALLENGE#c', sk: 'CHALLENGE' }
    expect(handedOnIn(key, 'c')).toEqual([])
    const before = { vendor: 'tencent_cloud', at: NOON }
    expect(handedOnIn({ ...key, handedOn: before }, 'c')).toEqual([{ id: 'c', ...before }])
    expect(() => handedOnIn({ ...key, handedOn: [{ vendor: 7 }] }, 'c')).toThrow()
  })

  it('is one record for one text', async () => {
    const at = world()
    const { accountId } = await signedInAs(at)
    const [record] = await told(at, accountId)
    expect(await at.table.get(consentKeys.disclosure(accountId, record?.id ?? ''))).toMatchObject({ accountId })
  })
})
