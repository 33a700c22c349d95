import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readAccount } from '../../../functions/sandbox/alibaba-cloud/account.ts'
import { acs3Fault } from '../../../functions/sandbox/alibaba-cloud/acs3.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()
const form = { ParamType: 'normal', UserName: '林知夏', IdentifyNum: '110101188001010011', Mobile: '19410011001' }
const ACTION = 'Mobile3MetaSimpleVerify'
const started = () => {
  const stage = stageOf(keys)
  return { stage, call: callerOf(stage, keys) }
}

describe('the published example of ACS3-HMAC-SHA256', () => {
  const published = '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0'
  const request = (signature: string) => ({
    rawBody: Buffer.from(''),
    // Not in the order that is signed.
    rawQuery: 'RegionId=cn-shanghai&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
    headers: {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      'x-acs-action': 'RunInstances',
      'x-acs-content-sha256': createHash('sha256').update('').digest('hex'),
      'x-acs-date': '2023-10-26T10:22:32Z',
      'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      'x-acs-version': '2014-05-26',
      authorization: `ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=${signature}`,
    },
  })
  const account = { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' }
  const then = Date.UTC(2023, 9, 26, 10, 22, 32)

  it('is right, and any other signature is not', () => {
    expect(acs3Fault(request(published), account, then)).toBeUndefined()
    expect(acs3Fault(request(published.replace('06', '07')), account, then)).toBe('SignatureDoesNotMatch')
  })
})

describe('signed requests', () => {
  it('are taken with parameters in the form, in the query, or in both', async () => {
    const { call } = started()
    const { UserName, ...rest } = form
    const named = new URLSearchParams({ UserName }).toString()
    expect((await call(ACTION, form)).json?.ResultObject).toMatchObject({ BizCode: '1' })
    expect((await call(ACTION, rest, { query: named })).json?.ResultObject).toMatchObject({ BizCode: '1' })
    const all = Object.entries(form).toSorted(([one], [other]) => (one < other ? -1 : 1))
    const query = new URLSearchParams(all).toString()
    expect((await call(ACTION, '', { query })).json?.ResultObject).toMatchObject({ BizCode: '1' })
  })

  it.each([
    ['another secret', { accessKeySecret: 'other' }, 400, 'SignatureDoesNotMatch'],
    ['an unknown id', { accessKeyId: 'LTAInobody' }, 404, 'InvalidAccessKeyId.NotFound'],
    ['an old time', { headers: { 'x-acs-date': '2026-11-20T03:44:59Z' } }, 400, 'InvalidTimeStamp.Expired'],
    ['an early time', { headers: { 'x-acs-date': '2026-11-20T04:15:01Z' } }, 400, 'InvalidTimeStamp.Expired'],
    ['a time that is none', { headers: { 'x-acs-date': '2026-11-40T04:15:01Z' } }, 400, 'InvalidTimeStamp.Expired'],
    ['a time of another form', { headers: { 'x-acs-date': String(NOON) } }, 400, 'InvalidTimeStamp.Format'],
    ['no time', { headers: { 'x-acs-date': undefined } }, 400, 'InvalidTimeStamp.Format'],
    ['no number', { headers: { 'x-acs-signature-nonce': undefined } }, 400, 'IncompleteSignature'],
    ['no signature', { headers: { authorization: undefined } }, 400, 'IncompleteSignature'],
    ['a signature of another kind', { headers: { authorization: 'Bearer x' } }, 400, 'IncompleteSignature'],
    ['another host signed', { signedHost: 'cloudauth.aliyuncs.com' }, 400, 'SignatureDoesNotMatch'],
    ['another body signed', { signedBody: '' }, 400, 'SignatureDoesNotMatch'],
    ['another query signed', { query: 'a=b', signedQuery: '' }, 400, 'SignatureDoesNotMatch'],
    ['another hash', { headers: { 'x-acs-content-sha256': '0' } }, 400, 'SignatureDoesNotMatch'],
    ['no hash', { headers: { 'x-acs-content-sha256': undefined } }, 400, 'SignatureDoesNotMatch'],
    ...[
      'host',
      'content-type',
      'x-acs-action',
      'x-acs-content-sha256',
      'x-acs-date',
      'x-acs-signature-nonce',
      'x-acs-version',
      'x-acs-something-new',
    ].map((name): [string, object, number, string] => [
      `${name} not signed`,
      { unsigned: [name], ...(name === 'x-acs-something-new' && { headers: { [name]: 'x' } }) },
      400,
      'SignatureDoesNotMatch',
    ]),
  ])('are refused for %s, and nothing is kept', async (_, tweaks, status, code) => {
    const { stage, call } = started()
    const answer = await call(ACTION, form, tweaks)
    expect([answer.status, answer.json?.Code]).toEqual([status, code])
    expect(stage.table.items()).toEqual([])
  })

  it('are taken as late and as early as the window allows', async () => {
    const { call } = started()
    for (const date of ['2026-11-20T03:45:00Z', '2026-11-20T04:15:00Z'])
      expect((await call(ACTION, form, { headers: { 'x-acs-date': date } })).json?.Code).toBe('200')
  })

  it('are taken once each: a number is good for one of them', async () => {
    const { call } = started()
    const tweaks = { headers: { 'x-acs-signature-nonce': 'once' } }
    expect((await call(ACTION, form, tweaks)).json?.Code).toBe('200')
    expect(await call(ACTION, form, tweaks)).toMatchObject({ status: 400, json: { Code: 'SignatureNonceUsed' } })
  })

  it.each([
    ['another action', 'ContrastFaceVerify', {}, 'InvalidAction.NotFound'],
    ['an action of every object', 'toString', {}, 'InvalidAction.NotFound'],
    ['another version', ACTION, { headers: { 'x-acs-version': '2017-05-25' } }, 'InvalidVersion'],
  ])('are refused for %s', async (_, action, tweaks, code) => {
    expect(await started().call(action, form, tweaks)).toMatchObject({ status: 404, json: { Code: code } })
  })

  it('have a request id with dashes', async () => {
    const { json } = await started().call(ACTION, form)
    expect(json?.RequestId).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/)
  })
})

describe('the account', () => {
  it('is as its owner has it, and nothing without its secret', () => {
    const account = { accessKeyId: 'a', accessKeySecret: 'b', smsSignName: 'c', smsTemplateCode: 'd' }
    expect(readAccount({ ...account, other: 'x' })).toEqual(account)
    const { accessKeyId, accessKeySecret } = account
    const before = { accessKeyId, accessKeySecret }
    expect(readAccount(before)).toEqual({ ...before, smsSignName: '', smsTemplateCode: '' })
    for (const name of Object.keys(before)) expect(() => readAccount({ ...account, [name]: undefined })).toThrow()
  })
})
