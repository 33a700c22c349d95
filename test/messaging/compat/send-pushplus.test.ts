import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import type { WireRequest } from '../../../functions/messaging/compat/pushplus-request.ts'
import { pushplusBatchSend, pushplusSend, type WireAnswer } from '../../../functions/messaging/compat/send-pushplus.ts'
import { saveChannel } from '../../../functions/messaging/edit-channels.ts'
import { problems } from '../../../functions/problems.ts'
import { Contended, NotNow } from '../../../shared/table/table.ts'
import {
  cost,
  messagesOf,
  NOON,
  type Person,
  PUBLIC_URL,
  person,
  revoke,
  sending,
  type World,
  world,
} from '../fixture.ts'

const JSON_TYPE = 'application/json;charset=UTF-8'
const FORM_TYPE = 'application/x-www-form-urlencoded'

type Call = { method?: string; path?: string; query?: string; body?: string | Uint8Array; contentType?: string }

const wireOf = ({ method = 'POST', path = '/send', query = '', body = '', contentType }: Call): WireRequest => ({
  method,
  path,
  rawQuery: query,
  rawBody: Buffer.from(body),
  contentType,
})

const unexpected = (error: unknown) => {
  throw error
}

const call = (at: World, asked: Call) => {
  const request = wireOf(asked)
  return pushplusSend({ ...at, fault: unexpected }, request)
}

const json = (fields: unknown): Call => ({ body: JSON.stringify(fields), contentType: JSON_TYPE })
const query = (fields: Record<string, string>): Call => ({ method: 'GET', query: String(new URLSearchParams(fields)) })
const form = (fields: Record<string, string>): Call => ({
  body: String(new URLSearchParams(fields)),
  contentType: FORM_TYPE,
})

const setUp = async (overrides: Parameters<typeof world>[0] = {}) => {
  const at = world({ ...sending({ perMinute: 100 }), ...overrides })
  return { at, by: await person(at) }
}

const only = (at: World, by: Person) => {
  const messages = messagesOf(at, by)
  expect(messages).toHaveLength(1)
  return messages[0]
}

const refusal = (code: number, msg: unknown): WireAnswer => ({
  code,
  msg: expect.stringMatching(String(msg)),
})

describe('P13 pushplus happy: calls as scripts make them', () => {
  it('answers 200 with the message id as string and nothing else, for three table calls', async () => {
    const { at, by } = await setUp()
    const answer = await call(at, json({ token: by.token, title: 't', content: 'c' }))
    expect(answer).toEqual({ code: 200, msg: '请求成功', data: only(at, by)?.id })
    expect(answer.data).toMatch(/^[0-9a-f]{32}$/)
    expect(await cost(at, () => call(at, json({ token: by.token, content: 'c' })))).toEqual({ table: 3, queue: 0 })
  })

  it.each<[string, (token: string) => Call]>([
    ['JSON', (token) => json({ token, title: 't', content: 'c' })],
    ['JSON by PUT', (token) => ({ ...json({ token, title: 't', content: 'c' }), method: 'PUT' })],
    ['JSON by DELETE', (token) => ({ ...json({ token, title: 't', content: 'c' }), method: 'DELETE' })],
    ['a form', (token) => form({ token, title: 't', content: 'c' })],
    ['a query', (token) => query({ token, title: 't', content: 'c' })],
    ['a query posted', (token) => ({ ...query({ token, title: 't', content: 'c' }), method: 'POST' })],
    ['a path', (token) => ({ ...json({ title: 't', content: 'c' }), path: `/send/${token}` })],
    ['a path with slash', (token) => ({ ...json({ title: 't', content: 'c' }), path: `/send/${token}/` })],
    ['a trailing slash', (token) => ({ ...json({ token, title: 't', content: 'c' }), path: '/send/' })],
    ['token in the query', (token) => ({ ...form({ title: 't', content: 'c' }), query: `token=${token}` })],
    [
      'JSON under the type of curl',
      (token) => ({ ...json({ token, title: 't', content: 'c' }), contentType: FORM_TYPE }),
    ],
    ['JSON without a type', (token) => ({ ...json({ token, title: 't', content: 'c' }), contentType: undefined })],
    [
      'JSON with a type in spaces',
      (token) => ({ ...json({ token, title: 't', content: 'c' }), contentType: ' Application/JSON ' }),
    ],
    [
      'JSON with a byte order mark',
      (token) => ({ ...json({}), body: `\ufeff${JSON.stringify({ token, title: 't', content: 'c' })}` }),
    ],
    ['its other address', (token) => ({ ...json({ token, title: 't', content: 'c' }), path: '/api/send' })],
    [
      'its other address with a path',
      (token) => ({ ...json({ title: 't', content: 'c' }), path: `/api/send/${token}/` }),
    ],
    ['a token with blanks around', (token) => json({ token: ` ${token}\n`, title: 't', content: 'c' })],
  ])('%s', async (_name, make) => {
    const { at, by } = await setUp()
    expect((await call(at, make(by.token))).code).toBe(200)
    expect(only(at, by)).toMatchObject({ title: 't', content: 'c', template: 'html', channel: 'inbox' })
  })

  it('the body wins over the URL, the URL over the default; empty and null are absent', async () => {
    const { at, by } = await setUp()
    const url = `token=${by.token}&title=from+url&content=url&channel=wechat`
    await call(at, {
      ...json({ title: null, content: 'body', channel: '', topic: '', to: null, callbackUrl: '' }),
      query: url,
    })
    expect(only(at, by)).toMatchObject({ title: 'from url', content: 'body', template: 'html' })
  })

  it('with a template in the URL the whole body is the content', async () => {
    const { at, by } = await setUp()
    const body = '{"token":"x","content":"y"}'
    const answer = await call(at, {
      path: `/send/${by.token}`,
      query: 'template=json&title=t',
      body,
      contentType: JSON_TYPE,
    })
    expect(answer.code).toBe(200)
    expect(only(at, by)).toMatchObject({ title: 't', content: body, template: 'json' })
  })

  it('with a template in the URL and no body the content is in the URL; an empty template is none', async () => {
    const { at, by } = await setUp()
    await call(at, query({ token: by.token, template: 'markdown', content: '# c' }))
    await call(at, { ...json({ content: 'body' }), query: `token=${by.token}&template=` })
    expect(messagesOf(at, by)).toMatchObject([
      { template: 'markdown', content: '# c' },
      { template: 'html', content: 'body' },
    ])
  })

  it('content may be an object, a number or a list, as some clients send it', async () => {
    const { at, by } = await setUp()
    for (const content of [{ buildState: 'ok' }, 42, ['a'], false])
      await call(at, json({ token: by.token, content, template: 'jenkins' }))
    expect(messagesOf(at, by).map(({ content, template }) => [content, template])).toEqual([
      ['{"buildState":"ok"}', 'json'],
      ['42', 'json'],
      ['["a"]', 'json'],
      ['false', 'json'],
    ])
  })

  it.each(['option', 'webhook'])('the webhook channel is named by %s, and topic and to do not apply', async (name) => {
    const { at, by } = await setUp()
    await saveChannel(at, { accountId: by.accountId, code: 'ops', url: 'https://hooks.example.com' })
    const answer = await call(
      at,
      json({ token: by.token, content: 'c', channel: 'webhook', [name]: 'ops', topic: 'g', to: 'f' }),
    )
    expect(answer.code).toBe(200)
    expect(only(at, by)).toMatchObject({ channel: 'webhook', option: 'ops', status: 'accepted' })
    expect(at.queue.sent).toEqual([{ kind: 'message', id: `${by.accountId}.${answer.data}` }])
  })

  it('a timestamp of now or later, as number or string, sends', async () => {
    const { at, by } = await setUp()
    for (const timestamp of [NOON, String(NOON + 1)])
      expect((await call(at, json({ token: by.token, content: 'c', timestamp }))).code).toBe(200)
  })

  it.each(['wechat', 'app', undefined])('channel %s is the inbox', async (channel) => {
    const { at, by } = await setUp()
    await call(at, json({ token: by.token, content: 'c', channel, somethingNew: { a: 1 } }))
    expect(only(at, by)?.channel).toBe('inbox')
  })
})

describe('P1 P13 pushplus refused: 903, then 905, then 900, then 999', () => {
  const late = { timestamp: '1' }

  it('903 for no token and for one that is none, before anything else', async () => {
    const { at, by } = await setUp()
    await revoke(at, by)
    const tokens = [undefined, '', 'x', '0'.repeat(32), by.token, by.session, by.token.toUpperCase()]
    for (const token of tokens)
      expect(await call(at, json({ token, ...late }))).toEqual(refusal(903, '^无效的用户令牌$'))
    expect(await call(at, { path: `/send/${by.token}/x` })).toEqual(refusal(903, '无效'))
  })

  it('905 with the address of the verification page in msg, also when the draft is wrong', async () => {
    const { at } = await setUp()
    const by = await person(at, { verified: false })
    const answer = await call(at, json({ token: by.token, ...late }))
    expect(answer).toEqual(refusal(905, `^账户未进行实名认证.*${PUBLIC_URL}/verify$`))
    expect(await cost(at, () => call(at, json({ token: by.token, content: 'c' })))).toEqual({ table: 1, queue: 0 })
  })

  it('900 for a spent day, also when the draft is wrong, and for a banned account', async () => {
    const { at, by } = await setUp(sending({ perDay: 1 }))
    await call(at, json({ token: by.token, content: 'c' }))
    expect(await call(at, json({ token: by.token, ...late }))).toEqual(refusal(900, '今日发送次数已用完'))
    const banned = await person(at, { bannedAt: NOON })
    expect(await call(at, json({ token: banned.token, content: 'c' }))).toEqual(refusal(900, '受限'))
  })

  it('999, not 900, for the sixth request of a minute and the fourth of the same content', async () => {
    const { at, by } = await setUp(sending({ perMinute: 5 }))
    const codes: WireAnswer[] = []
    for (const content of ['a', 'a', 'a', 'a', 'b', 'c', 'd'])
      codes.push(await call(at, json({ token: by.token, content })))
    expect(codes.map(({ code }) => code)).toEqual([200, 200, 200, 999, 200, 200, 999])
    expect(codes[3]?.msg).toBe('请勿频繁推送相同内容。')
  })

  it.each<[string, object, RegExp]>([
    ['no content', {}, /不能为空/],
    ['only blanks', { content: ' \n' }, /不能为空/],
    ['long content', { content: 'x'.repeat(20_001) }, /过长.*不超过 20000 个字符/],
    ['long title', { content: 'c', title: 'x'.repeat(101) }, /过长/],
    ['unknown template', { content: 'c', template: 'form' }, /模板.*html、txt、markdown/],
    ['template from Object', { content: 'c', template: 'constructor' }, /模板/],
    ['mail', { content: 'c', channel: 'mail' }, /渠道.*wechat、app、webhook/],
    ['sms', { content: 'c', channel: 'sms' }, /渠道/],
    ['several channels', { content: 'c', channel: 'wechat,webhook' }, /一次只能发到一个渠道/],
    ['webhook without option', { content: 'c', channel: 'webhook' }, /尚未配置/],
    ['webhook with unknown option', { content: 'c', channel: 'webhook', option: 'x' }, /尚未配置/],
    ['topic', { content: 'c', topic: 'g' }, /topic/],
    ['to', { content: 'c', to: 'f' }, /to/],
    ['callbackUrl', { content: 'c', callbackUrl: 'https://a.example.com/' }, /callbackUrl/],
    ['pre', { content: 'c', pre: 'script' }, /pre/],
    ['timestamp over', { content: 'c', timestamp: NOON - 1 }, /timestamp/],
    ['timestamp that is none', { content: 'c', timestamp: 'soon' }, /毫秒/],
  ])('999 for %s', async (_name, fields, msg) => {
    const { at, by } = await setUp()
    expect(await call(at, json({ token: by.token, ...fields }))).toEqual({
      code: 999,
      msg: expect.stringMatching(msg),
    })
    expect(messagesOf(at, by)).toEqual([])
  })

  it.each(['HEAD', 'OPTIONS', 'PATCH'])('%s sends nothing', async (method) => {
    const { at, by } = await setUp()
    expect(await call(at, { ...query({ token: by.token, content: 'c' }), method })).toEqual(refusal(999, '方法'))
    expect(messagesOf(at, by)).toEqual([])
  })
})

const MULTIPART = '--x\r\nContent-Disposition: form-data; name="token"\r\n\r\nabc\r\n--x--\r\n'

/** What the official MCP server makes sure of before it shows an answer. */
const shownByMcp = z.object({
  code: z.number(),
  msg: z.string(),
  data: z.optional(z.string()),
  count: z.optional(z.number()),
})

describe('P13 /batchSend', () => {
  const batch = (at: World, fields: unknown) =>
    pushplusBatchSend({ ...at, fault: unexpected }, wireOf({ ...json(fields), path: '/batchSend' }))

  it('with one channel says what became of it there', async () => {
    const { at, by } = await setUp()
    const answer = await batch(at, { token: by.token, content: 'c', channel: 'app', option: '' })
    expect(answer).toEqual({
      code: 200,
      msg: '执行成功',
      data: [{ shortCode: only(at, by)?.id, message: '执行成功', code: 200, channel: 'app' }],
    })
    expect(await batch(at, { token: by.token, content: 'd' })).toMatchObject({ data: [{ channel: 'wechat' }] })
  })

  it('with several channels, or refused, is a code and a text', async () => {
    const { at, by } = await setUp()
    expect(await batch(at, { token: by.token, content: 'c', channel: 'wechat,webhook' })).toEqual(
      refusal(999, '一次只能发到一个渠道'),
    )
    expect(await batch(at, { token: 'x', content: 'c' })).toEqual(refusal(903, '令牌'))
  })
})

describe('P13 what the official MCP server reads', () => {
  it('is the message id, or the code and its text', async () => {
    const { at, by } = await setUp()
    const unverified = await person(at, { verified: false })
    for (const token of [by.token, unverified.token, 'x'])
      expect(shownByMcp.safeParse(await call(at, json({ token, content: 'c' })))).toMatchObject({ success: true })
  })
})

describe('P13 pushplus hostile', () => {
  it.each(['a\nb', 'a\r\nb', 'a\u2028b'])(
    'a title is one line: %j is refused, and the token stays good',
    async (title) => {
      const { at, by } = await setUp()
      expect(await call(at, json({ token: by.token, title, content: 'c' }))).toEqual(refusal(999, '换行'))
      expect(await call(at, form({ token: by.token, title, content: 'c' }))).toEqual(refusal(999, '换行'))
      expect(messagesOf(at, by)).toEqual([])
    },
  )

  it.each(['100%', '50% off %zz', '中文', '%E4%B8%AD'])('%j in a form is a text like any other', async (content) => {
    const { at, by } = await setUp()
    const body = `token=${by.token}&content=${content}`
    expect((await call(at, { body, contentType: FORM_TYPE })).code).toBe(200)
  })

  it('finds a token between any number of slashes in linear time', async () => {
    const { at, by } = await setUp()
    const started = process.threadCpuUsage()
    const slashes = '/'.repeat(50_000)
    expect((await call(at, { path: `/send${slashes}x\n`, body: '' })).code).toBe(903)
    expect((await call(at, { ...json({ content: 'c' }), path: `/send${slashes}${by.token}${slashes}` })).code).toBe(200)
    expect(process.threadCpuUsage(started).user).toBeLessThan(2_000_000)
  })

  it.each<[string, Call, number]>([
    ['broken JSON', { body: '{"token":', contentType: JSON_TYPE }, 999],
    ['a JSON list', { body: '[1]', contentType: JSON_TYPE }, 999],
    ['JSON null', { body: 'null', contentType: JSON_TYPE }, 999],
    ['broken JSON without a type', { body: '{"token":' }, 999],
    [
      'JSON with a raw line break under the type of curl',
      { body: '{"token":"x","content":"a\nb"}', contentType: FORM_TYPE },
      999,
    ],
    ['multipart under the type of curl', { body: MULTIPART, contentType: FORM_TYPE }, 999],
    ['multipart', { body: MULTIPART, contentType: 'multipart/form-data; boundary=x' }, 999],
    ['GBK', { body: new Uint8Array([0x7b, 0xd6, 0xd0, 0x7d]), contentType: JSON_TYPE }, 999],
    ['a form that escapes GBK', { body: 'content=%D6%D0', contentType: FORM_TYPE }, 999],
    ['a query that escapes GBK', { query: 'content=%D6%D0' }, 999],
    ['binary', { body: new Uint8Array([0, 255, 254, 192, 128]), contentType: JSON_TYPE }, 999],
    ['binary form', { body: new Uint8Array([0, 255, 254, 192, 128]), contentType: FORM_TYPE }, 999],
    ['more than a megabyte', { body: 'x'.repeat(1024 * 1024 + 1), contentType: JSON_TYPE }, 999],
    ['prototype', { body: '{"__proto__":{"token":"x"},"constructor":1}', contentType: JSON_TYPE }, 903],
    ['broken percent signs', { query: 'token=%&content=%zz%80' }, 903],
    ['a path that climbs', { path: '/send/../../etc/passwd' }, 903],
    ['another path', { path: '/sender' }, 903],
  ])('%s is answered without asking the table', async (_name, request, code) => {
    const { at } = await setUp()
    expect(await call(at, request)).toEqual({ code, msg: expect.any(String) })
    expect(at.table.calls()).toBe(1)
  })

  it('a known token with an unreadable body is told what is wrong, and the request is counted', async () => {
    const { at, by } = await setUp(sending({ perDay: 2 }))
    const broken: Call = { path: `/send/${by.token}`, body: '{"content":', contentType: JSON_TYPE }
    expect(await call(at, broken)).toEqual(refusal(999, 'JSON'))
    const deep = `{"content":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect(await call(at, { ...broken, body: deep })).toEqual(refusal(999, 'JSON'))
    expect(await call(at, broken)).toEqual(refusal(900, '今日'))
  })

  it('a body over a megabyte is not read, whatever is in it', async () => {
    const { at, by } = await setUp()
    const padded: Call = { ...form({ content: 'c', other: 'x'.repeat(1024 * 1024) }), path: `/send/${by.token}` }
    expect(await call(at, padded)).toEqual(refusal(999, '过大'))
    expect(messagesOf(at, by)).toEqual([])
  })

  it('a failure of ours is 500 in the same form, is reported, and tells nothing', async () => {
    const { at, by } = await setUp()
    const faults: unknown[] = []
    const request = { method: 'GET', path: '/send', rawQuery: `token=${by.token}&content=c`, rawBody: Buffer.alloc(0) }
    const failing = (error: Error) => ({ ...at, table: { ...at.table, getMany: () => Promise.reject(error) } })
    const sent = (error: Error) => pushplusSend({ ...failing(error), fault: (fault) => faults.push(fault) }, request)
    const trouble = new NotNow('the items of ACCOUNT#1')
    expect(await sent(trouble)).toEqual({ code: 500, msg: '系统异常，请稍后再试' })
    const contended = new Contended('the items of ACCOUNT#1')
    expect(await sent(contended)).toEqual({ code: 999, msg: problems.contended.zh })
    expect(faults).toEqual([trouble, contended])
  })

  it('no refusal uses the words on which the official MCP client asks for a new key', async () => {
    const { at, by } = await setUp(sending({ perDay: 3, perMinute: 2 }))
    const unverified = await person(at, { verified: false })
    const calls = [
      json({}),
      json({ token: unverified.token }),
      json({ token: by.token }),
      json({ token: by.token, content: 'c' }),
    ]
    for (const request of [...calls, ...calls])
      expect((await call(at, request)).msg).not.toMatch(/未授权|未登录|unauthorized|access-key|令牌无效/)
  })
})
