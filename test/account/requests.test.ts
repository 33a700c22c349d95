import { describe, expect, it } from 'vitest'
import { appealRoute } from '../../functions/account/appeal.route.ts'
import { rejectAppealRoute, unbanRoute } from '../../functions/account/ban.route.ts'
import { signInRoute } from '../../functions/account/sign-in.route.ts'
import { smsCodeRoute } from '../../functions/account/sms-code.route.ts'
import { tokenCreateRoute } from '../../functions/account/tokens.route.ts'
import { type Asked, misfit } from '../http-event.ts'
import { PHONE } from '../kit.ts'

type Row = [body: Asked['body'], code: string, ...fields: [pointer: string, code: string][]]

const refusal = (code: string, ...fields: [pointer: string, code: string][]) => ({
  code,
  ...(fields.length && { fields: fields.map(([pointer, field]) => ({ pointer, code: field })) }),
})

describe('a code is not asked for', () => {
  const signIn = { purpose: 'sign_in' }

  it.each<Row>([
    ['{', 'malformed_json'],
    ['', 'malformed_json'],
    ['[]', 'invalid_request', ['', 'invalid_field']],
    ['null', 'invalid_request', ['', 'invalid_field']],
    [{}, 'invalid_phone', ['/phone', 'invalid_phone'], ['/purpose', 'invalid_field']],
    [{ phone: 13800138000, ...signIn }, 'invalid_phone', ['/phone', 'invalid_phone']],
    [{ phone: PHONE, purpose: 'login' }, 'invalid_request', ['/purpose', 'invalid_field']],
    [{ phone: PHONE, ...signIn, x: 1 }, 'invalid_request', ['/x', 'unknown_field']],
    [{ phone: '1'.repeat(41), ...signIn }, 'invalid_phone', ['/phone', 'invalid_phone']],
    [{ phone: 'x'.repeat(6000), ...signIn }, 'body_too_large'],
  ])('by %j', (body, ...expected) => {
    expect(misfit(smsCodeRoute, { body })).toEqual(refusal(...expected))
  })

  it.each<[captcha: unknown, ...pointers: string[]]>([
    ['tr03', ''],
    [{}, '/ticket', '/randstr'],
    [{ ticket: 'tr03' }, '/randstr'],
    [{ ticket: '', randstr: '@a' }, '/ticket'],
    [{ ticket: 'tr 03', randstr: '@a' }, '/ticket'],
    [{ ticket: '票', randstr: '@a' }, '/ticket'],
    [{ ticket: 'x'.repeat(4001), randstr: '@a' }, '/ticket'],
    [{ ticket: 'tr03', randstr: 'x'.repeat(101) }, '/randstr'],
    [{ ticket: null, randstr: 1 }, '/ticket', '/randstr'],
  ])('with a captcha that is %j', (captcha, ...pointers) => {
    const fields = pointers.map((pointer): [string, string] => [`/captcha${pointer}`, 'invalid_captcha'])
    expect(misfit(smsCodeRoute, { body: { phone: PHONE, ...signIn, captcha } })).toEqual(
      refusal('invalid_captcha', ...fields),
    )
  })
})

describe('a session is not asked for', () => {
  const asked = { phone: PHONE, smsCodeId: '0'.repeat(32) }

  it.each<Row>([
    ['null', 'invalid_request', ['', 'invalid_field']],
    [{}, 'invalid_phone', ['/phone', 'invalid_phone'], ['/smsCodeId', 'invalid_id'], ['/code', 'invalid_sms_code']],
    [asked, 'invalid_sms_code', ['/code', 'invalid_sms_code']],
    [{ ...asked, code: 123456 }, 'invalid_sms_code', ['/code', 'invalid_sms_code']],
    [{ ...asked, code: '12345' }, 'invalid_sms_code', ['/code', 'invalid_sms_code']],
    [{ ...asked, code: '12345o' }, 'invalid_sms_code', ['/code', 'invalid_sms_code']],
    [{ ...asked, code: '123456 654321' }, 'invalid_sms_code', ['/code', 'invalid_sms_code']],
    [{ ...asked, code: '1'.repeat(600) }, 'invalid_sms_code', ['/code', 'invalid_sms_code']],
    [{ ...asked, code: '123456', role: 'operator' }, 'invalid_request', ['/role', 'unknown_field']],
    [{ ...asked, smsCodeId: '1', code: '123456' }, 'invalid_id', ['/smsCodeId', 'invalid_id']],
    [{ ...asked, code: '123456', idLastFour: '20X1' }, 'invalid_id_last_four', ['/idLastFour', 'invalid_id_last_four']],
    [
      { ...asked, code: '123456', idLastFour: '１２３' },
      'invalid_id_last_four',
      ['/idLastFour', 'invalid_id_last_four'],
    ],
    [{ ...asked, code: '123456', startOver: 'yes' }, 'invalid_request', ['/startOver', 'invalid_field']],
    [{ externalId: '' }, 'invalid_external_id', ['/externalId', 'invalid_external_id']],
    [{ externalId: 'a b' }, 'invalid_external_id', ['/externalId', 'invalid_external_id']],
    [{ externalId: '用户' }, 'invalid_external_id', ['/externalId', 'invalid_external_id']],
    [{ externalId: 'x'.repeat(129) }, 'invalid_external_id', ['/externalId', 'invalid_external_id']],
    [{ externalId: 'user-7', admin: true }, 'invalid_request', ['/admin', 'unknown_field']],
  ])('by %j', (body, ...expected) => {
    expect(misfit(signInRoute, { body })).toEqual(refusal(...expected))
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'by what the form of a foreign page can send: %s',
    (type) => {
      const asked = { body: JSON.stringify({ phone: PHONE, code: '123456' }), headers: { 'content-type': type } }
      expect(misfit(signInRoute, asked)).toEqual(refusal('unsupported_media_type'))
    },
  )
})

describe('a message token', () => {
  it.each<[Asked['body'], string, string]>([
    [{}, '/name', 'invalid_field'],
    [{ name: '  ' }, '/name', 'invalid_field'],
    [{ name: 'x'.repeat(51) }, '/name', 'invalid_field'],
    [{ name: 'a\u0000b' }, '/name', 'control_characters'],
    [{ name: '\ud800' }, '/name', 'invalid_field'],
    [{ name: 'cron', limit: 99 }, '/limit', 'unknown_field'],
    [{ name: '11010118850615203X' }, '/name', 'id_number_in_text'],
    [{ name: 'of １１０１０１-18850615-203x' }, '/name', 'id_number_in_text'],
    ['{"name":"cron","__proto__":{"x":1}}', '/__proto__', 'unknown_field'],
  ])('is not made by %j', (body, pointer, code) => {
    const own = ['id_number_in_text', 'control_characters'].find((one) => one === code)
    expect(misfit(tokenCreateRoute, { body })).toEqual(refusal(own ?? 'invalid_request', [pointer, code]))
  })

  it('may have a name of fifty characters of four bytes each', () => {
    expect(misfit(tokenCreateRoute, { body: { name: '𠮷'.repeat(50) } })).toBeUndefined()
  })
})

describe('P12 a ban', () => {
  it.each([
    {},
    { text: '' },
    { text: '   ' },
    { text: '长'.repeat(1001) },
    { text: 'x\ud800' },
    { text: 'x', more: 1 },
  ])('is not appealed against by %j', (body) => {
    expect(misfit(appealRoute, { body })).toMatchObject({ code: 'invalid_request' })
  })

  it('may be appealed against in a thousand characters of four bytes each', () => {
    expect(misfit(appealRoute, { body: { text: '𠮷'.repeat(1000) } })).toBeUndefined()
  })

  it.each([{}, { reason: '' }, { reason: ' ' }, { reason: 'x'.repeat(501) }, { reason: '\udc00' }])(
    'is not decided about by %j',
    (body) => {
      for (const route of [unbanRoute, rejectAppealRoute])
        expect(misfit(route, { params: { id: 'f'.repeat(32) }, body })).toMatchObject({ code: 'invalid_request' })
    },
  )
})
