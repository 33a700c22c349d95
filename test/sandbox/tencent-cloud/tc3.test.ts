import { describe, expect, it } from 'vitest'
import { tc3Fault } from '../../../functions/sandbox/tencent-cloud/tc3.ts'
import { makeKeys, NOON, stageOf } from '../stage.ts'
import { callerOf } from './caller.ts'

const keys = makeKeys()
const evidence = { Name: '林知夏', IdCard: '110101188001010011', Phone: '19400001001' }
const started = () => callerOf(stageOf(keys), keys)

describe('the published example of TC3-HMAC-SHA256', () => {
  const stars = '*'.repeat(32)
  const rawBody = Buffer.from(
    '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
  )
  const request = (signature: string) => ({
    service: 'cvm',
    rawBody,
    headers: {
      host: 'cvm.tencentcloudapi.com',
      'content-type': 'application/json; charset=utf-8',
      'x-tc-action': 'DescribeInstances',
      'x-tc-timestamp': '1551113065',
      authorization: `TC3-HMAC-SHA256 Credential=AKID${stars}/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host;x-tc-action, Signature=${signature}`,
    },
  })
  const published = '10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f'
  const credential = { secretId: `AKID${stars}`, secretKey: stars }

  it('is right, and any other signature is not', () => {
    expect(tc3Fault(request(published), credential, 1_551_113_065_000)).toBeUndefined()
    expect(tc3Fault(request(published.replace('10', '11')), credential, 1_551_113_065_000)).toBe(
      'AuthFailure.SignatureFailure',
    )
  })
})

describe('signed requests', () => {
  it('are taken with the host as sent, with or without its port', async () => {
    const call = started()
    for (const signedHost of ['shiming.example:4000', 'shiming.example'])
      expect((await call('faceid', evidence, { signedHost })).response?.Error).toBeUndefined()
  })

  it('are taken with few and with many signed headers', async () => {
    const call = started()
    for (const signed of [
      ['content-type', 'host'],
      ['content-type', 'host', 'x-tc-action', 'x-tc-timestamp'],
    ])
      expect((await call('faceid', evidence, { signed })).response?.Error).toBeUndefined()
  })

  it.each([
    ['another secret', { secretKey: 'other' }, 'AuthFailure.SignatureFailure'],
    ['an unknown id', { secretId: 'AKIDnobody' }, 'AuthFailure.SecretIdNotFound'],
    ['an old timestamp', { timestamp: NOON / 1000 - 301 }, 'AuthFailure.SignatureExpire'],
    ['an early timestamp', { timestamp: NOON / 1000 + 301 }, 'AuthFailure.SignatureExpire'],
    ['another service', { service: 'sms' }, 'AuthFailure.SignatureFailure'],
    ['another day', { date: '2026-11-19' }, 'AuthFailure.SignatureFailure'],
    ['another host signed', { signedHost: 'faceid.tencentcloudapi.com' }, 'AuthFailure.SignatureFailure'],
    ['another body signed', { signedBody: '{}' }, 'AuthFailure.SignatureFailure'],
    ['the host left out', { signed: ['content-type'] }, 'AuthFailure.SignatureFailure'],
    ['no signature', { headers: { authorization: undefined } }, 'AuthFailure.InvalidAuthorization'],
    ['no timestamp', { headers: { 'x-tc-timestamp': undefined } }, 'AuthFailure.InvalidAuthorization'],
  ])('are refused for %s, within HTTP 200, and nothing is counted', async (_, tweaks, code) => {
    const stage = stageOf(keys)
    const answer = await callerOf(stage, keys)('faceid', evidence, tweaks)
    expect(answer.status).toBe(200)
    expect(answer.response?.Error?.Code).toBe(code)
    expect(stage.table.items()).toEqual([])
  })

  it.each([
    ['no action', { 'x-tc-action': undefined }, 'MissingParameter'],
    ['another action', { 'x-tc-action': 'BankCard2EVerification' }, 'InvalidAction'],
    ['an action of every object', { 'x-tc-action': 'toString' }, 'InvalidAction'],
    ['no version', { 'x-tc-version': undefined }, 'MissingParameter'],
    ['another version', { 'x-tc-version': '2020-01-01' }, 'NoSuchVersion'],
  ])('are refused for %s', async (_, headers, code) => {
    expect((await started()('faceid', evidence, { headers })).response?.Error?.Code).toBe(code)
  })

  it('have a request id with dashes', async () => {
    const { response } = await started()('faceid', evidence)
    expect(response?.RequestId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })
})
