import { describe, expect, it } from 'vitest'
import { type Disclosure, dataOf, tableOf } from '../../web/user/disclosures/records-file.ts'

const check: Disclosure = {
  id: '0193471a0000700080000000000000aa',
  at: '2026-11-05T04:00:00.000Z',
  recipient: { vendor: 'v', company: '某公司', service: '“甲”, "乙"' },
  items: ['name', 'phone'],
  purpose: 'identity_check',
  basis: 'consent',
  consent: { id: 'c', notice: '2026-11' },
  verificationId: 'v1',
  faceCheckId: null,
  outcome: 'possibly_sent',
}
const text: Disclosure = {
  ...check,
  items: ['phone'],
  purpose: 'sms_code',
  basis: 'requested',
  consent: null,
  verificationId: null,
  outcome: 'answered',
}

describe('M7 the records of who got what, as a file', () => {
  it('are a table that spreadsheets read, a line for each, with quotes as CSV has them', () => {
    const table = tableOf([check, text], 'zh')
    expect(table.startsWith('\ufeff"时间","接收方",')).toBe(true)
    const [, first, second, ...rest] = table.split('\r\n')
    expect(first).toBe(
      '"2026-11-05T04:00:00.000Z","某公司","“甲”, ""乙""","姓名、手机号","实名核验","可能已收到","您同意的告知书（版本 2026-11）","2026-11","v1",""',
    )
    expect(second).toContain('"您要求发送验证码，不给手机号或邮箱地址就发不了","","",""')
    expect(rest).toEqual([''])
    expect(tableOf([text], 'en')).toContain('"mobile number","Sending a code by text message","used"')
  })

  it('are all that the service answers, for programs', () => {
    expect(JSON.parse(dataOf({ consents: [], disclosures: [check] }))).toEqual({ consents: [], disclosures: [check] })
  })
})
