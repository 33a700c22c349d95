import { describe, expect, it } from 'vitest'
import { calls, eachCall, paidTrade } from './cases.ts'
import { alipayKeys, answerTo, appKeys, direct, memberOf, pair, signature } from './gateway.ts'

const unbelieved = (code: string) => ({ kind: 'unavailable', code })
const unreadable = unbelieved('answer_invalid')

const { provider, answers } = direct()

/** A provider that gets exactly that back, whatever it sends. */
const answeredBy = (body: string | Buffer, status = 200) => {
  answers(body, status)
  return provider
}

describe('an answer that does not verify is never believed', () => {
  const strayKey = pair().privateKey

  const tampered: { name: string; code: string; body: (api: string, good: object) => string }[] = [
    {
      name: 'a signature that says it is forged',
      code: 'signature_wrong',
      body: (api, good) => `{"${memberOf(api)}":${JSON.stringify({ code: '10000', ...good })},"sign":"forged"}`,
    },
    {
      name: 'no signature',
      code: 'signature_missing',
      body: (api, good) => `{"${memberOf(api)}":${JSON.stringify({ code: '10000', ...good })}}`,
    },
    { name: 'an empty signature', code: 'signature_wrong', body: withSign(() => '') },
    {
      name: "the app's own signature",
      code: 'signature_wrong',
      body: withSign((text) => signature(text, appKeys.privateKey)),
    },
    { name: "a stranger's signature", code: 'signature_wrong', body: withSign((text) => signature(text, strayKey)) },
    {
      name: "Alipay's signature with SHA-1",
      code: 'signature_wrong',
      body: withSign((text) => signature(text, alipayKeys.privateKey, 'RSA-SHA1')),
    },
    {
      name: 'another spelling of the signature',
      code: 'signature_wrong',
      body: withSign((text) => `${signature(text)}\\n`),
    },
    {
      name: 'a certificate serial although there are no certificates',
      code: 'signature_serial_unknown',
      body: (api, good) => answerTo(api, good).replace(/}$/, ',"alipay_cert_sn":"0"}'),
    },
    {
      name: 'the signed member twice, a false one first',
      code: 'answer_invalid',
      body: (api, good) => answerTo(api, good).replace('{', `{"${memberOf(api)}":{"code":"10000"},`),
    },
    {
      name: 'the signed member twice, a false one last',
      code: 'answer_invalid',
      body: (api, good) => answerTo(api, good).replace(/}$/, `,"${memberOf(api)}":{"code":"10000"}}`),
    },
    {
      name: 'two signatures',
      code: 'answer_invalid',
      body: (api, good) => answerTo(api, good).replace(/}$/, ',"sign":""}'),
    },
    {
      name: 'the signed answer inside a text beside a false one',
      code: 'signature_wrong',
      body: (api, good) => {
        const whole = answerTo(api, good)
        const sign = /"sign":("[^"]*")/.exec(whole)?.[1]
        return `{"x":${JSON.stringify(whole)},"${memberOf(api)}":{"code":"10000"},"sign":${sign}}`
      },
    },
    {
      name: 'an answer to another method',
      code: 'answer_invalid',
      body: (_, good) => answerTo('alipay.trade.cancel', good),
    },
    { name: 'one character after the end', code: 'answer_invalid', body: (api, good) => `${answerTo(api, good)}x` },
    { name: 'one bracket missing', code: 'answer_invalid', body: (api, good) => answerTo(api, good).slice(0, -1) },
    { name: 'a list', code: 'answer_invalid', body: (api, good) => `[${answerTo(api, good)}]` },
    {
      name: 'an encrypted answer',
      code: 'answer_invalid',
      body: (api) => `{"${memberOf(api)}":"c2VjcmV0","sign":"x"}`,
    },
  ]

  it.each(tampered)('$name', async ({ code, body }) => {
    for (const { api, call, good } of eachCall) {
      const repair = code === 'signature_serial_unknown' ? { needsRepair: true } : {}
      expect(await call(answeredBy(body(api, good)))).toEqual({ ...unbelieved(code), ...repair })
    }
  })

  it('every byte, one bit of each; every fourth where no money is at stake', async () => {
    let mutants = 0
    const believed: string[] = []
    for (const { name, api, call, good, outcome } of eachCall) {
      const step = name === 'query' || name === 'refund' || name === 'queryRefund' ? 1 : 4
      const whole = Buffer.from(answerTo(api, good))
      expect(await call(answeredBy(whole))).toEqual(outcome)
      for (let at = 0; at < whole.length; at += step) {
        const changed = Buffer.from(whole)
        changed.writeUInt8(whole.readUInt8(at) ^ (1 << (at % 7)), at)
        const { kind } = await call(answeredBy(changed))
        if (kind !== 'unavailable') believed.push(`${name} at ${at}: ${kind}`)
        mutants++
      }
    }
    expect(believed).toEqual([])
    expect(mutants).toBeGreaterThan(1500)
  })

  it('takes members in any order and any spaces around them, but not inside the signed one', async () => {
    for (const { api, call, good, outcome } of eachCall) {
      const whole = answerTo(api, good)
      const [, name = '', text = '', sign = ''] = /^{("\w+"):(.*),("sign":"[^"]*")}$/.exec(whole) ?? []
      expect(await call(answeredBy(`{${sign},${name}:${text}}`))).toEqual(outcome)
      expect(await call(answeredBy(`\r\n{ ${name} :\t${text} , ${sign} , "more" : [ 1, {"a":"]"} ] }\n`))).toEqual(
        outcome,
      )
      const spaced = text.replace('{', '{ ')
      expect(await call(answeredBy(`{${name}:${spaced},${sign}}`))).toEqual(unbelieved('signature_wrong'))
    }
  })

  it.each([
    '',
    '{',
    '{}',
    'null',
    '"text"',
    '<html>502</html>',
    '{"error_response":{}}',
    '{"a":1,}',
    '{"a" 1}',
    '{"a":"',
  ])('nonsense: %s', async (body) => {
    for (const { call } of eachCall) expect(await call(answeredBy(body))).toEqual(unreadable)
  })

  it('bytes that are not UTF-8', async () => {
    const body = Buffer.from(answerTo(calls.query.api, paidTrade).replace('159', 'ÿÿÿ'), 'latin1')
    expect(await calls.query.call(answeredBy(body))).toEqual(unreadable)
  })

  it.each([201, 302, 403, 429, 500, 502])('status %i, whatever it carries', async (status) => {
    for (const { api, call, good } of eachCall) {
      expect(await call(answeredBy(answerTo(api, good), status))).toEqual(unbelieved(`http_${status}`))
    }
  })
})

/** The whole good answer, but under another signature. */
function withSign(make: (text: string) => string) {
  return (api: string, good: object): string => {
    const text = JSON.stringify({ code: '10000', ...good })
    return `{"${memberOf(api)}":${text},"sign":"${make(text)}"}`
  }
}
